/** How titles break, guessed from their letters: exact enough to choose a size, and the same on every screen. */

/** Width of a letter of the display face, in its own height, on average. */
const WIDTH = 0.5;

/** Letters that fit into a width counted in letters' heights. */
export function letters(width: number): number {
  return width / WIDTH;
}

/** Lines that a title takes in such a width. */
export function linesOf(title: string, width: number): number {
  const most = Math.max(1, letters(width));
  let lines = 1;
  let filled = 0;
  for (const word of title.split(/\s+/)) {
    if (filled > 0 && filled + 1 + word.length > most) {
      lines += 1;
      filled = 0;
    }
    filled += (filled > 0 ? 1 : 0) + word.length;
    lines += Math.ceil(filled / most) - 1;
    filled -= (Math.ceil(filled / most) - 1) * most;
  }
  return lines;
}

/** Width of the longest word, in letters' heights. */
export function longestWord(titles: readonly string[]): number {
  return Math.max(0, ...titles.flatMap((title) => title.split(/\s+/)).map(wordWidth));
}

/** A single word has no others to make up for its wide letters. */
function wordWidth(word: string): number {
  return word.length * (WIDTH + 0.08) + (word.match(/[mw]/gi)?.length ?? 0) * 0.35;
}
