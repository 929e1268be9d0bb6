import type { Place } from './grid.ts';
import type { Standing } from '../scene.ts';

/** One draft at its place. `back`: it stepped back at the reveal. */
export interface Placed {
  readonly standing: Standing;
  readonly place: Place;
  /** Pixels of a letter in its title; everything around the picture but the bar is measured in it. */
  readonly type: number;
  /** Pixels of a letter in its bar, of a poster in the words above it. */
  readonly bar: number;
  /** Lines kept free for the title, so that all bars of a row lie on one line. */
  readonly lines: number;
  /** Room for the percentage beside the votes. */
  readonly wide: boolean;
  readonly role: 'even' | 'winner' | 'back';
}

/** Heights in letters; drafts.css draws exactly these. */
export const LINE = 1.15;
export const BAR = 1.65;
export const ABOVE_TITLE = 0.35;
/** Width of the draft's letter in front of its title. */
export const MARK = 1.4;

/** Width of a bar that holds the votes in words, in letters. */
export function narrowBar(standings: readonly Standing[]): number {
  return 4.7 + 0.55 * digits(standings);
}

/** The largest letters with which votes in words and the percentage fit beside each other into a bar. */
export function widest(width: number, standings: readonly Standing[]): number {
  return width / (7.8 + 0.55 * digits(standings));
}

/** Width of large votes and the percentage beside each other, in letters of their words. */
export function figuresWidth(standings: readonly Standing[]): number {
  return 8 + 1.4 * digits(standings);
}

/** Three at least, so that the hundredth vote moves nothing. First places and intervals are longer than a percentage. */
function digits(standings: readonly Standing[]): number {
  const longer = standings.some(({ firsts, chance }) => firsts !== null || chance !== null);
  return String(Math.max(100, ...standings.map(({ votes }) => votes))).length + (longer ? 4 : 0);
}

export function pair(
  standings: readonly Standing[],
  places: readonly Place[],
  as: Pick<Placed, 'type' | 'bar' | 'lines' | 'wide' | 'role'>,
): readonly Placed[] {
  return places.flatMap((place, i) => {
    const standing = standings[i];
    return standing ? [{ standing, place, ...as }] : [];
  });
}
