import { expect, test } from 'vitest';
import { isLocalOnly, stageAddress } from '../../client/studio/board/addresses.ts';
import { pathOf, placeOf } from '../../client/studio/place.ts';
import { linkSecret } from '../../shared/maker-link.ts';

test('a place and its path are the same thing', () => {
  for (const place of [
    { at: 'boards' },
    { at: 'board', slug: 'der-neue-nachttisch', part: 'sheet' },
    { at: 'board', slug: 'der-neue-nachttisch', part: 'inbox' },
  ] as const)
    expect(placeOf(pathOf(place))).toEqual(place);
  expect(placeOf('/studio/b/hocker/nowhere')).toEqual({ at: 'board', slug: 'hocker', part: 'sheet' });
  expect(placeOf('/studio/anything/else')).toEqual({ at: 'boards' });
});

test('only a maker link carries a secret', () => {
  expect(linkSecret('#link=abc-_1')).toBe('abc-_1');
  expect(linkSecret('#link=')).toBeNull();
  expect(linkSecret('#top')).toBeNull();
  expect(linkSecret('')).toBeNull();
});

test('the overlay has its own address', () => {
  expect(stageAddress('http://a', 'token', true)).toBe('http://a/stage/token?overlay=1');
});

test('a link that works on this computer only is recognised', () => {
  expect(isLocalOnly('http://localhost:4400')).toBe(true);
  expect(isLocalOnly('http://127.0.0.1:4400')).toBe(true);
  expect(isLocalOnly('http://192.168.0.12:4400')).toBe(false);
  expect(isLocalOnly('https://localhost.example')).toBe(false);
});
