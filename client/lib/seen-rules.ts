import type { Rules, RuleTopic } from '../../shared/board-view.ts';
import type { Keep } from './keep.ts';

const keyOf = (boardId: string) => `mitwerk.rules.${boardId}`;

/** The version of a board's rules that this device saw last; `null`: it was never here. */
export function seenRules(keep: Keep, boardId: string): number | null {
  const version = Number.parseInt(keep.read(keyOf(boardId)) ?? '', 10);
  return Number.isNaN(version) ? null : version;
}

export function keepSeenRules(keep: Keep, boardId: string, version: number): void {
  keep.write(keyOf(boardId), String(version));
}

/** What has changed since then, each topic once. Whoever is here for the first time has nothing to compare. */
export function newTopics({ changes }: Rules, seen: number | null): readonly RuleTopic[] {
  if (seen === null) return [];
  return [...new Set(changes.filter(({ version }) => version > seen).flatMap(({ topics }) => topics))];
}
