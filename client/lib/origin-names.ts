import type { BoardView } from '../../shared/board-view.ts';
import { type Entry, isIdea } from '../../shared/entry.ts';

/** Who handed in the ideas a draft was made from, as far as this audience sees them; `null`: left no name. */
export function originNames({ rounds }: BoardView, entry: Entry): readonly (string | null)[] {
  const ids = isIdea(entry) ? [] : (entry.origin ?? []);
  if (ids.length === 0) return [];
  const ideas = rounds.flatMap(({ entries }) => entries.filter(isIdea));
  return ideas.flatMap(({ id, by }) => (ids.includes(id) ? [by ?? null] : []));
}
