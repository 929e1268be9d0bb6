import type { RoundView } from '../../../shared/board-view.ts';
import { isIdea, type Picture } from '../../../shared/entry.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import type { Ancestor } from '../../lib/family.ts';

/** What is made, and the picture that stands for it: the maker's own, else the first of what was chosen. */
export interface Decision {
  readonly titles: readonly string[];
  readonly hero: Picture | null;
  readonly alt: string;
}

export function decisionOf({ entries }: RoundView, { chosen, picture, alt }: Outcome): Decision {
  const made = chosen.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const pictured = made.find((entry) => entry.picture);
  return {
    titles: made.flatMap(({ title }) => (title ? [title] : [])),
    hero: picture ?? pictured?.picture ?? null,
    alt: picture ? alt : (pictured?.alt ?? ''),
  };
}

/** Whose ideas led to it, each once, as far as they left a name. */
export function namesOf(family: readonly Ancestor[]): readonly string[] {
  const all = family.flatMap((one) => [one, ...one.from]);
  return [...new Set(all.flatMap(({ entry }) => (isIdea(entry) && entry.by ? [entry.by] : [])))];
}
