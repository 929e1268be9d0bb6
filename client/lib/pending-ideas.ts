import type { Picture } from '../../shared/entry.ts';
import type { Keep } from './keep.ts';

/** What somebody writes in the form for ideas. */
export interface IdeaFields {
  readonly title: string;
  readonly text: string;
  readonly picture: Picture | null;
  readonly alt: string;
}

/** An idea on its way to the server. */
export interface PendingIdea extends IdeaFields {
  readonly id: string;
  readonly roundId: string;
}

const keyOf = (boardId: string) => `mitwerk.ideas.${boardId}`;

/** The ideas that were handed in on this device and not yet acknowledged, oldest first. */
export function readPendingIdeas(keep: Keep, boardId: string): readonly PendingIdea[] {
  const text = keep.read(keyOf(boardId));
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter(isIdea) : [];
  } catch {
    return [];
  }
}

export function keepPendingIdeas(keep: Keep, boardId: string, ideas: readonly PendingIdea[]): void {
  keep.write(keyOf(boardId), ideas.length === 0 ? null : JSON.stringify(ideas));
}

/** Storage may hold what an older version or a curious person wrote; the server looks at the rest. */
function isIdea(kept: unknown): kept is PendingIdea {
  if (typeof kept !== 'object' || kept === null) return false;
  const { id, roundId, title, text, alt } = kept as Partial<Record<keyof PendingIdea, unknown>>;
  return [id, roundId, title, text, alt].every((field) => typeof field === 'string');
}
