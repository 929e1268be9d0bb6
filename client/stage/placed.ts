import type { Place } from './layout.ts';
import type { Standing } from './scene.ts';

/** One draft at its place. `back`: it stepped back at the reveal. */
export interface Placed {
  readonly standing: Standing;
  readonly place: Place;
  /** Pixels of a letter in its title; everything around the picture but the bar is measured in it. */
  readonly type: number;
  /** Pixels of a letter in its bar. */
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
