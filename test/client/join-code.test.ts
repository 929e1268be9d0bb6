import { expect, test } from 'vitest';
import { codeFace, isWholeCode } from '../../client/lib/join-code.ts';

test.each([
  ['', ''],
  ['k7p', 'K7P'],
  ['k7px', 'K7P-X'],
  ['K7P-X2M', 'K7P-X2M'],
  [' k7p x2m ', 'K7P-X2M'],
  ['k7p–x2m!9', 'K7P-X2M'],
])('"%s" is shown as "%s"', (typed, face) => {
  expect(codeFace(typed)).toBe(face);
});

test('a code is whole with six characters', () => {
  expect(isWholeCode('K7P-X2M')).toBe(true);
  expect(isWholeCode('K7P-X2')).toBe(false);
});
