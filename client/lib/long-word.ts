/**
 * The length of a text's longest word in letters, for `--longest`: display type shrinks for words that would not fit
 * into a line, because not every browser can hyphenate. Parts joined by a hyphen or a slash may break there.
 */
export function lettersInLongestWord(text: string): number {
  return Math.max(0, ...text.split(/[\s/\u00ad\u200b-]+/).map((word) => word.length));
}
