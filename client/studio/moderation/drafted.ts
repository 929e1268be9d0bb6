import type { BoardView } from '../../../shared/board-view.ts';
import { isIdea } from '../../../shared/entry.ts';

/** How many drafts were made of each idea, by its id. */
export function originsByIdea(view: BoardView | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, entries } of view?.rounds ?? []) {
    if (kind === 'ideas') continue;
    for (const draft of entries) {
      for (const id of isIdea(draft) ? [] : (draft.origin ?? [])) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
