import type { Entry } from '../../../../shared/entry.ts';
import { type Edited, survivor } from '../choice.ts';

/** How many points each entry gets; entries without points are not in it. */
export type Spread = ReadonlyMap<string, number>;

/** What of a ballot of points still stands: those of merged ideas add up. */
export function spreadOf(ballot: Edited | null, entries: readonly Entry[]): Spread {
  const spread = new Map<string, number>();
  for (const [place, id] of (ballot?.entries ?? []).entries()) {
    const entry = survivor(id, entries);
    if (entry !== null) spread.set(entry, (spread.get(entry) ?? 0) + (ballot?.points?.[place] ?? 0));
  }
  return spread;
}

export function spent(spread: Spread): number {
  return [...spread.values()].reduce((sum, points) => sum + points, 0);
}

/** The spread with so many points for one entry, as far as the budget goes. */
export function given(spread: Spread, entry: string, points: number, budget: number): Spread {
  const rest = budget - spent(spread) + (spread.get(entry) ?? 0);
  const allowed = Math.max(0, Math.min(rest, Math.floor(points) || 0));
  const next = new Map(spread).set(entry, allowed);
  if (allowed === 0) next.delete(entry);
  return next;
}

/** The spread and these points beside it, as far as the budget goes. */
export function added(spread: Spread, more: Spread, budget: number): Spread {
  let all = spread;
  for (const [entry, points] of more) all = given(all, entry, (all.get(entry) ?? 0) + points, budget);
  return all;
}

export function sameSpread(a: Spread, b: Spread): boolean {
  return a.size === b.size && [...a].every(([entry, points]) => b.get(entry) === points);
}

/** What one tap on plus or minus moves: nobody taps eighty times. */
export function stepOf(budget: number): number {
  return budget >= 50 ? 5 : 1;
}
