import type { BallotRule } from './board-view.ts';

/** How a run of a round stands. `counts[i]` belongs to `entries[i]` of the round at the same `seq` of the board. */
export interface Tally {
  /** Grows with every commit of ballots of this run; an older version never replaces a newer one. */
  readonly version: number;
  readonly ballots: number;
  /**
   * `choose`, `approve`: ballots that hold the entry. `rank`: Borda points. `points`: points. `duel`: pairs won.
   * `null`: hidden from this audience. Then the server did not send it.
   */
  readonly counts: readonly number[] | null;
  /** Of `rank`: how many put the entry first. */
  readonly firsts?: readonly number[];
  readonly duels?: Duels;
}

/** Bradley–Terry: how likely each entry wins against an average one, in 0..1, with its 95 % interval. */
export interface Duels {
  /** Pairs decided, by all participants together. */
  readonly pairs: number;
  readonly chance: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** What has moved in the tally of a large round since version `since`: absolute counts at some of its entries. */
export interface TallyMove {
  readonly since: number;
  readonly version: number;
  readonly ballots: number;
  /** Indices of entries; `counts[k]` and `firsts[k]` belong to entry `at[k]`. */
  readonly at: readonly number[];
  readonly counts: readonly number[];
  readonly firsts?: readonly number[];
}

/** Rounds with more entries are told by what has moved, not whole. */
export const WHOLE_TALLY_ENTRIES = 64;

/** What entries are ranked by: the chance to win in a duel, else the counts; `null`: hidden. */
export function scores({ counts, duels }: Tally): readonly number[] | null {
  return counts && (duels?.chance ?? counts);
}

/** The most one ballot can give one entry: a count of `ballots` times this is all there is. */
export function mostPerBallot(rule: BallotRule): number {
  if (rule.kind === 'rank') return rule.max;
  return rule.kind === 'points' ? rule.budget : 1;
}
