import type { RoundView } from '../../../shared/board-view.ts';
import { type Idea, isIdea, isVotable } from '../../../shared/entry.ts';
import { byRank, type Standing, standings } from '../../lib/standing.ts';

/** An idea in the ranking. */
export interface Ranked {
  readonly idea: Idea;
  readonly place: number;
  readonly votes: number;
  /** Length of its bar, 0..1: the one in front is full, in a duel it is the chance. */
  readonly length: number;
  readonly leads: boolean;
  readonly standing: Standing;
}

/** Everything that can be voted for, in order of arrival. */
export function shownIdeas({ entries }: RoundView): readonly Idea[] {
  return entries.filter(isIdea).filter(isVotable);
}

/** There is a ranking to see: the tally is not hidden, and somebody has voted. */
export function isRanked({ status, tally }: RoundView): boolean {
  return status !== 'draft' && tally.counts !== null && tally.ballots > 0;
}

/** The ideas in front, best first; none before there is a ranking. */
export function ranking(round: RoundView, most: number): readonly Ranked[] {
  if (!isRanked(round)) return [];
  const ranked = byRank(standings(round).filter(({ rank }) => rank !== null)).slice(0, most);
  const top = Math.max(1, ...ranked.map(({ count }) => count ?? 0));
  return ranked.flatMap((standing) => {
    const { draft, rank, count, chance, first } = standing;
    if (!isIdea(draft)) return [];
    const votes = count ?? 0;
    return [{ idea: draft, place: rank ?? 1, votes, length: chance ?? votes / top, leads: first, standing }];
  });
}

/** The latest to arrive, newest first. */
export function newest(round: RoundView, most: number): readonly Idea[] {
  return shownIdeas(round).slice(-most).reverse();
}
