/** Advance widths of Bricolage Grotesque 700 with tabular figures and the card's spacing, measured, in letters' heights. */
const WIDTHS: Readonly<Record<string, number>> = { W: 1.01, M: 0.97, N: 0.8, '-': 0.45 };
/** The widest of all other signs. */
const OTHER = 0.75;

/** Width of a join code at most, in letters' heights: the card sets it in letters that fit. */
export function codeWidth(face: string): number {
  return [...face].reduce((sum, sign) => sum + (WIDTHS[sign] ?? OTHER), 0);
}
