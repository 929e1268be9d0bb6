import type { BallotRule, OwnBallot } from '../../../shared/board-view.ts';
import { type Entry, isIdea, isVotable } from '../../../shared/entry.ts';

/** How many entries a ballot needs and may hold, among `entries` on show. */
export function bounds(rule: BallotRule, entries: number): { min: number; max: number } {
  if (rule.kind === 'rank') return { min: 1, max: Math.min(rule.max, entries) };
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

/** A ballot in the making: it is not cast yet. */
export type Edited = Pick<OwnBallot, 'entries' | 'points'> & {
  /** Begun before it was known what counts already: it is meant to be added to that. */
  readonly early?: boolean;
};

/** What is picked on a page: what counts, or the edited choice, together with what counts where that was not known yet. */
export function chosenOf(
  edited: Edited | null,
  standing: readonly string[],
  { entries, known, max }: { entries: readonly Entry[]; known: boolean; max: number },
): readonly string[] {
  if (edited === null) return standing;
  const picks = stillStanding(edited, entries);
  if (!edited.early || !known || max === 1) return picks;
  return [...new Set([...standing, ...picks])].slice(0, max);
}

/**
 * What of a ballot still stands, in its order: a merged idea is the one it went into, and what is no longer on the
 * ballot is left out. The ballot itself stays as it was cast until it is changed.
 */
export function stillStanding(ballot: Edited | null, entries: readonly Entry[]): readonly string[] {
  if (ballot === null) return [];
  const standing = ballot.entries.map((id) => survivor(id, entries)).filter((id) => id !== null);
  return [...new Set(standing)];
}

/** The entry that counts for this one; `null`: none. */
export function survivor(id: string, entries: readonly Entry[]): string | null {
  let entry = entries.find((one) => one.id === id);
  // Whoever merges cannot make a circle, and a page that trusts in that would hang.
  for (let steps = 0; entry && isIdea(entry) && entry.into !== undefined && steps < entries.length; steps++) {
    const { into } = entry;
    entry = entries.find((one) => one.id === into);
  }
  return entry && isVotable(entry) ? entry.id : null;
}
