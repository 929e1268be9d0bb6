import { scores, type Tally } from './tally.ts';

/** [T4] [T8] Where entries stand, one place per index: by the chance to win in a duel, else by the counts. */
export interface Places {
  /** `null`: hidden, or not on the ballot. */
  readonly ranks: readonly (number | null)[];
  /** The indices that share the first place. */
  readonly winners: readonly number[];
}

/** `votable`: which entries are on the ballot. */
export function places(tally: Tally, votable: readonly boolean[]): Places {
  const all = scores(tally);
  const taking = votable.map((takesPart, index) => (all && takesPart ? (all[index] ?? 0) : null));
  return { ranks: rank(taking), winners: winners(taking, tally.counts ?? []) };
}

/** [T4] Competition ranks, one per index: 5, 3, 3, 1 → 1, 2, 2, 4. [T8] `null` takes no part and gets none. */
export function rank(scores: readonly (number | null)[]): readonly (number | null)[] {
  const ranks = new Map<number, number>();
  const descending = scores.filter((score) => score !== null).sort((a, b) => b - a);
  for (const [before, score] of descending.entries()) if (!ranks.has(score)) ranks.set(score, before + 1);
  return scores.map((score) => (score === null ? null : (ranks.get(score) ?? null)));
}

/**
 * [T4] The indices that share the first place; none while nobody has a vote. In a duel the scores are chances, which
 * an entry has before its first vote: `votes` tells.
 */
export function winners(scores: readonly (number | null)[], votes = scores): number[] {
  const most = scores.reduce<number>((top, score) => Math.max(top, score ?? 0), 0);
  return scores.flatMap((score, index) => (score === most && (votes[index] ?? 0) > 0 ? [index] : []));
}

/** The part of `ballots` times `most` that an entry has, 0..1. With several entries per ballot the shares add up to more. */
export function share(count: number, ballots: number, most = 1): number {
  return ballots === 0 ? 0 : count / (ballots * most);
}
