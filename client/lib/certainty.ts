import type { Standing } from './standing.ts';

type Chance = Pick<Standing, 'first' | 'low' | 'high'>;

/** In a duel: the interval of whoever is in front ends above all others, so that more ballots will hardly turn it. */
export function isSure(standings: readonly Chance[]): boolean {
  const front = standings.find(({ first }) => first)?.low ?? null;
  if (front === null) return false;
  return standings.every(({ first, high }) => first || high === null || high < front);
}
