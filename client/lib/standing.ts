import type { RoundView } from '../../shared/board-view.ts';
import { type Entry, isVotable } from '../../shared/entry.ts';
import { places, share } from '../../shared/ranking.ts';
import { mostPerBallot } from '../../shared/tally.ts';

/** How one entry stands in its round. */
export interface Standing {
  readonly draft: Entry;
  /** Place in the maker's order: the entry's letter on every screen. */
  readonly index: number;
  /** Ballots, points or pairs won, see Tally. `null`: hidden. */
  readonly count: number | null;
  /** What it has of what one entry can get, 0..1: the length of its bar. In a duel its chance. */
  readonly share: number;
  /** Of `rank`: how many put it first; `null`: another rule, or hidden. */
  readonly firsts: number | null;
  /** Of `duel`: how likely it wins against an average entry, 0..1; `null`: another rule, or hidden. */
  readonly chance: number | null;
  /** The ends of the 95 % interval around `chance`. */
  readonly low: number | null;
  readonly high: number | null;
  /** 1 = in front; equal scores share a place. `null`: hidden, or not on the ballot (any more). */
  readonly rank: number | null;
  /** In front, alone or tied, with at least one vote. */
  readonly first: boolean;
}

/** Every entry of the round with its numbers, in the maker's order. */
export function standings({ entries, tally, rule }: RoundView): readonly Standing[] {
  const { counts, ballots, firsts, duels } = tally;
  const { ranks, winners } = places(tally, entries.map(isVotable));
  const first = new Set(winners);
  return entries.map((draft, index) => {
    const chance = duels?.chance[index] ?? null;
    return {
      draft,
      index,
      count: counts?.[index] ?? null,
      share: chance ?? share(counts?.[index] ?? 0, ballots, mostPerBallot(rule)),
      firsts: firsts?.[index] ?? null,
      chance,
      low: duels?.low[index] ?? null,
      high: duels?.high[index] ?? null,
      rank: ranks[index] ?? null,
      first: first.has(index),
    };
  });
}

/** Best first; equals stay in the order they came in, those without a place come last. */
export function byRank(list: readonly Standing[]): readonly Standing[] {
  const last = list.length + 1;
  return [...list].sort((a, b) => (a.rank ?? last) - (b.rank ?? last));
}
