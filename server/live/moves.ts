import type { TallyFrame } from '../../shared/board-view.ts';
import { type Tally, type TallyMove, WHOLE_TALLY_ENTRIES } from '../../shared/tally.ts';

/**
 * Makes the frames of large rounds small: thousands of counts are told whole once, and then only what has moved since the
 * last tick. Whoever missed a tick sees that by the versions and asks again.
 */
export class Moves {
  #told: { readonly key: string; readonly tally: Tally } | null = null;

  /** The next frame is whole. */
  forget(): void {
    this.#told = null;
  }

  /** The frame to tell on this tick, to all who see the counts. */
  shorten(frame: TallyFrame): TallyFrame {
    const { tally, ...head } = frame;
    if (!tally?.counts || tally.counts.length <= WHOLE_TALLY_ENTRIES || tally.duels) return frame;
    const key = `${frame.roundId}/${frame.run}`;
    const last = this.#told?.key === key ? this.#told.tally : null;
    this.#told = { key, tally };
    const move = last && movedSince(last, tally);
    return move ? { ...head, move } : frame;
  }
}

/** `null`: telling it whole takes no more. */
function movedSince(last: Tally, { version, ballots, counts, firsts }: Tally): TallyMove | null {
  if (!last.counts || !counts) return null;
  const moved =
    (now: readonly number[] = [], then: readonly number[] = []) =>
    (i: number) =>
      (now[i] ?? 0) !== (then[i] ?? 0);
  const [countMoved, firstMoved] = [moved(counts, last.counts), moved(firsts, last.firsts)];
  const at = [...counts.keys()].filter((i) => countMoved(i) || firstMoved(i));
  if (at.length > counts.length / 3) return null;
  return {
    since: last.version,
    version,
    ballots,
    at,
    counts: at.map((i) => counts[i] ?? 0),
    ...(firsts && { firsts: at.map((i) => firsts[i] ?? 0) }),
  };
}
