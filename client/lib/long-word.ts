/**
 * How many letters of a text have to fit into one line, for `--longest`: those of its longest word, or of half of it
 * where it has more than `most` and breaks anyway. Display type shrinks by this, because not every browser can
 * hyphenate. Parts joined by a hyphen or a slash may break there.
 */
export function lettersInLine(text: string, most = 26): number {
  const longest = Math.max(0, ...text.split(/[\s/\u00ad\u200b-]+/).map((word) => word.length));
  return longest <= most ? longest : Math.ceil(longest / 2) + 1;
}
