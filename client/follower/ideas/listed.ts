import { type Entry, type Idea, isIdea } from '../../../shared/entry.ts';
import type { Placed } from './order.ts';
import { type Ideas, standsFor } from './support.ts';

/** The ideas that are on the ballot now, with their places in the round. */
export function placedIdeas(entries: readonly Entry[]): readonly Placed[] {
  return entries.flatMap((idea, index) => (isIdea(idea) && idea.state === 'shown' ? [{ idea, index }] : []));
}

/** What went into each idea, at whatever remove. */
export function mergedIdeas(entries: readonly Entry[], ideas: Ideas): ReadonlyMap<string, readonly Idea[]> {
  const merged = new Map<string, Idea[]>();
  for (const idea of entries) {
    if (!isIdea(idea) || idea.state !== 'merged') continue;
    const into = standsFor(idea.id, ideas);
    merged.set(into, [...(merged.get(into) ?? []), idea]);
  }
  return merged;
}
