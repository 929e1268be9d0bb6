import type { RoundView } from '../../shared/board-view.ts';
import type { Draft } from '../../shared/entry.ts';
import { rank, share, winners } from '../../shared/ranking.ts';

/** How one entry stands in its round. */
export interface Standing {
  readonly draft: Draft;
  /** Place in the maker's order: the entry's letter on every screen. */
  readonly index: number;
  /** `null`: hidden. */
  readonly count: number | null;
  /** Part of all ballots that hold this entry, 0..1. */
  readonly share: number;
  /** 1 = in front; equal counts share a place. */
  readonly rank: number | null;
  /** In front, alone or tied, with at least one vote. */
  readonly first: boolean;
}

/** Every entry of the round with its numbers, in the maker's order. */
export function standings(round: RoundView): readonly Standing[] {
  const { counts, ballots } = round.tally;
  const ranks = counts && rank(counts);
  const first = new Set(counts ? winners(counts) : []);
  return round.entries.map((draft, index) => ({
    draft,
    index,
    count: counts?.[index] ?? null,
    share: share(counts?.[index] ?? 0, ballots),
    rank: ranks?.[index] ?? null,
    first: first.has(index),
  }));
}

/** Best first; equals stay in the order they came in. */
export function byRank(list: readonly Standing[]): readonly Standing[] {
  return [...list].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}
