import { isIdea, type Picture } from '../../../shared/entry.ts';
import type { Ancestor } from '../../lib/family.ts';

/** One step on the way to a decision. */
export interface Step {
  readonly id: string;
  readonly kind: 'idea' | 'draft';
  readonly title: string;
  /** Of an idea whose author left a name. */
  readonly by: string | null;
  /** Place of a draft in its round. */
  readonly index: number;
  readonly picture: Picture | null;
}

/** The way of what was chosen: first the ideas, then the drafts that were made of them. */
export interface Way {
  readonly ideas: readonly Step[];
  readonly drafts: readonly Step[];
  /** Ideas beyond those that are shown. */
  readonly more: number;
}

/** Where nothing came from an idea there is no way to show. Ideas without words are only counted. */
export function wayOf(family: readonly Ancestor[], most: number): Way | null {
  const all = family.flatMap((one) => (isIdea(one.entry) ? [one, ...one.from] : one.from));
  const worded = all.filter(({ entry }) => entry.title !== '');
  if (worded.length === 0) return null;
  const ideas = worded.slice(0, worded.length > most ? most - 1 : most).map(stepOf);
  return {
    ideas,
    drafts: family
      .filter(({ entry, from }) => !isIdea(entry) && from.length > 0)
      .slice(0, 2)
      .map(stepOf),
    more: all.length - ideas.length,
  };
}

function stepOf({ entry, index }: Ancestor): Step {
  const { id, title, picture } = entry;
  const kind = isIdea(entry) ? 'idea' : 'draft';
  return { id, kind, title, by: (isIdea(entry) && entry.by) || null, index, picture };
}
