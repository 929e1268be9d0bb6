import { expect, test } from 'vitest';
import { lettersInLine } from '../../client/lib/long-word.ts';

test.each([
  ['', 0],
  ['Eiche hell', 5],
  ['Nachttischschublade mit Griff', 19],
  ['Eiche-Nachttisch/Nussbaum', 10],
])('the longest word of "%s" has %i letters', (text, letters) => {
  expect(lettersInLine(text)).toBe(letters);
});

test('a word that breaks anyway keeps its size: half of it has to fit', () => {
  expect(lettersInLine('Nachttischschublade', 16)).toBe(11);
});
