import { expect, test } from 'vitest';
import { originAllowed, originKind } from '../../server/access/origin.ts';

const kind = (origin: string | undefined, host = 'board.lan:4400', publicUrl = 'https://vote.example') =>
  originKind(origin, host, publicUrl);

test('own: the host that was asked, or the public address', () => {
  for (const own of [
    'http://board.lan:4400',
    'https://board.lan:4400',
    'HTTP://Board.LAN:4400',
    'https://vote.example',
  ]) {
    expect([own, kind(own)]).toEqual([own, 'own']);
  }
});

test('foreign: anything else, however similar', () => {
  for (const foreign of [
    'http://board.lan',
    'http://board.lan:44000',
    'http://evil-board.lan:4400',
    'http://board.lan:4400.evil.example',
    'http://board.lan:4400@evil.example',
    'http://board.lan:4400/',
    'http://vote.example',
    'https://vote.example.evil.example',
    'null',
    '',
    'file://',
    '*',
    'http://board.lan:4400, http://evil.example',
  ]) {
    expect([foreign, kind(foreign)]).toEqual([foreign, 'foreign']);
  }
});

test('an address of a file or an app has no host and is never own', () => {
  expect(kind('file://', '')).toBe('foreign');
  expect(kind('app://', '', 'not an address')).toBe('foreign');
});

test('none: tools and plain navigation, allowed to look but not to change', () => {
  expect(kind(undefined)).toBe('none');
  expect(originAllowed(undefined, 'board.lan', 'https://vote.example')).toBe(true);
  expect(originAllowed('https://evil.example', 'board.lan', 'https://vote.example')).toBe(false);
});
