import { expect, test } from 'vitest';
import { lettersInLongestWord } from '../../client/lib/long-word.ts';

test.each([
  ['', 0],
  ['Eiche hell', 5],
  ['Nachttischschublade mit Griff', 19],
  ['Eiche-Nachttisch/Nussbaum', 10],
])('the longest word of "%s" has %i letters', (text, letters) => {
  expect(lettersInLongestWord(text)).toBe(letters);
});
