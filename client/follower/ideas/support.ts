import type { BallotRule } from '../../../shared/board-view.ts';
import type { Entry, Idea } from '../../../shared/entry.ts';
import { LIMITS } from '../../../shared/limits.ts';

/** Supporting with one tap fits these rules; the others have forms of their own. */
export type SupportRule = Extract<BallotRule, { kind: 'approve' | 'choose' }>;

export function isSupportRule(rule: BallotRule): rule is SupportRule {
  return rule.kind === 'approve' || rule.kind === 'choose';
}

/** How many ideas a ballot needs to count, and how many it may hold. */
export function limitsOf(rule: SupportRule): { readonly min: number; readonly max: number } {
  return rule.kind === 'choose' ? rule : { min: 1, max: LIMITS.entriesPerBallot };
}

export type Ideas = ReadonlyMap<string, Idea>;

export function ideasById(entries: readonly Entry[]): Ideas {
  return new Map(entries.flatMap((entry) => ('state' in entry ? [[entry.id, entry] as const] : [])));
}

/** [M4] A merged idea stands for the one it went into. */
export function standsFor(id: string, ideas: Ideas): string {
  const into = ideas.get(id)?.into;
  return into === undefined || into === id ? id : standsFor(into, ideas);
}

/** The ideas on the ballot now that a ballot supports; each once, whatever was merged. */
export function supportedBy(ballot: readonly string[], ideas: Ideas): ReadonlySet<string> {
  const all = ballot.map((id) => standsFor(id, ideas));
  return new Set(all.filter((id) => ideas.get(id)?.state === 'shown'));
}

/**
 * The ballot after a tap on an idea; `null`: it would hold too many. What was folded, merged or gone stays on it as long as
 * there is room: it may come back.
 */
export function tapped(
  ballot: readonly string[],
  id: string,
  max: number,
  ideas: Ideas,
): readonly string[] | null {
  const supported = supportedBy(ballot, ideas);
  if (supported.has(id)) return ballot.filter((other) => standsFor(other, ideas) !== id);
  if (max === 1) return [id];
  if (supported.size >= max) return null;
  return ballot.length < max ? [...ballot, id] : [...supported, id];
}

/** The ballot with support for these ideas as well, in their order, as far as there is room. A single vote moves. */
export function added(
  ballot: readonly string[],
  ids: readonly string[],
  max: number,
  ideas: Ideas,
): readonly string[] {
  let all = ballot;
  for (const id of supportedBy(ids, ideas))
    if (!supportedBy(all, ideas).has(id)) all = tapped(all, id, max, ideas) ?? all;
  return all;
}
