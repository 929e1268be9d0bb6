import type { Draft, RoundView } from '../../shared/board-view.ts';
import { rank, share, winners } from '../../shared/ranking.ts';

/** How one entry stands in its round. */
export interface Standing {
  readonly draft: Draft;
  /** Place in the maker's order: the entry's letter on every screen. */
  readonly index: number;
  /** `null`: hidden. */
  readonly count: number | null;
  readonly share: number;
  readonly rank: number | null;
  readonly first: boolean;
}

/** `small`: two to a row on a phone. `first` and `row`: the winner comes forward, the others step back. */
export type CardSize = 'full' | 'small' | 'first' | 'row';

/** Fewer ballots than this are called what they are: an impression. */
export const SMALL_SAMPLE = 20;

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
