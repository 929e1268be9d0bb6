import { expect, test } from 'vitest';
import { readCookie } from '../../server/access/cookies.ts';

test('finds a cookie among others', () => {
  expect(readCookie('a=1; mw_p=x.y=z; b=2', 'mw_p')).toBe('x.y=z');
  expect(readCookie('mw_p=1;mw_p=2', 'mw_p')).toBe('1');
});

test('a name that only looks alike is another cookie', () => {
  for (const header of ['xmw_p=1', 'mw_px=1', 'mw_p', '=1', ';;;', '']) {
    expect(readCookie(header, 'mw_p')).toBeUndefined();
  }
  expect(readCookie('a=1', '__proto__')).toBeUndefined();
});

test('an oversized header is not searched', () => {
  expect(readCookie(`a=${'x'.repeat(9_000)}; mw_p=1`, 'mw_p')).toBeUndefined();
});
