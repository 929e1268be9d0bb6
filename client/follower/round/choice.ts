import type { BallotRule } from '../../../shared/board-view.ts';

/** How many entries a ballot needs and may hold, among `entries` on show. */
export function bounds(rule: BallotRule, entries: number): { min: number; max: number } {
  if (rule.kind !== 'choose') return { min: 1, max: entries };
  return { min: rule.min, max: Math.min(rule.max, entries) };
}

/** The choice after a tap on an entry; `null`: it would hold too many. */
export function tapped(chosen: readonly string[], entry: string, max: number): readonly string[] | null {
  if (max === 1) return [entry];
  if (chosen.includes(entry)) return chosen.filter((other) => other !== entry);
  return chosen.length < max ? [...chosen, entry] : null;
}

export function sameChoice(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry) => b.includes(entry));
}
