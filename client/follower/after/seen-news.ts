import type { Keep } from '../../lib/keep.ts';
import type { News } from './news.ts';

const keyOf = (boardId: string) => `mitwerk.news.${boardId}`;

/** Which stage of each subject this device has been told: `subject` → `stage`. */
export function readSeen(keep: Keep, boardId: string): ReadonlyMap<string, string> {
  try {
    const kept: unknown = JSON.parse(keep.read(keyOf(boardId)) ?? '[]');
    return new Map(Array.isArray(kept) ? kept.filter(isPair) : []);
  } catch {
    return new Map();
  }
}

/** These were told, and need not be told again. */
export function markSeen(keep: Keep, boardId: string, news: readonly News[]): void {
  const seen = new Map(readSeen(keep, boardId));
  for (const { subject, stage } of news) seen.set(subject, stage);
  keep.write(keyOf(boardId), JSON.stringify([...seen]));
}

/** Storage may hold what an older version or a curious person wrote. */
function isPair(kept: unknown): kept is [string, string] {
  return Array.isArray(kept) && kept.length === 2 && kept.every((part) => typeof part === 'string');
}
