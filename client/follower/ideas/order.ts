import type { Idea } from '../../../shared/entry.ts';

/** `top`: most supported first. `newest`: latest first. `chance`: what was seen least comes first. */
export type Sort = 'top' | 'newest' | 'chance';

/** What an order needs to know of an idea. */
export interface Placed {
  readonly idea: Idea;
  /** Place in the round: the order of handing in, and where its count stands. */
  readonly index: number;
}

/**
 * Ids in the wished order. Of equally supported ideas the later comes first: it had less time. In `chance` those that the
 * server did not know yet come first, nobody can have seen them.
 */
export function ordered(
  sort: Sort,
  list: readonly Placed[],
  by: { readonly counts: readonly number[] | null; readonly chance: readonly string[] },
): readonly string[] {
  const later = [...list].sort((a, b) => b.index - a.index);
  if (sort === 'chance') {
    const place = new Map(by.chance.map((id, at) => [id, at + 1]));
    later.sort((a, b) => (place.get(a.idea.id) ?? 0) - (place.get(b.idea.id) ?? 0));
  }
  const { counts } = by;
  if (sort === 'top' && counts) later.sort((a, b) => (counts[b.index] ?? 0) - (counts[a.index] ?? 0));
  return later.map(({ idea }) => idea.id);
}

/** The same ids in the same order among the first `many`: what is further down nobody sees move. */
export function sameStart(a: readonly string[], b: readonly string[], many: number): boolean {
  for (let at = 0; at < many; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** The orders a round can be shown in. Without counts there is no top, and afterwards nobody needs a chance. */
export function sortsFor({ counted, over }: SortsOf): readonly Sort[] {
  return [...(counted ? (['top'] as const) : []), 'newest', ...(over ? [] : (['chance'] as const))];
}

/** The order a round is shown in until somebody asks for another one. */
export function firstSort({ counted, over, voting }: SortsOf & { readonly voting: boolean }): Sort {
  if (voting) return 'chance';
  return over && counted ? 'top' : 'newest';
}

interface SortsOf {
  /** The counts are shown. */
  readonly counted: boolean;
  /** No more votes are taken. */
  readonly over: boolean;
}
