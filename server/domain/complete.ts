import type { Board } from './board.ts';
import { DEFAULT_TERMS, UNUSED } from './board.ts';
import type { Round } from './round.ts';

/** A stored board of whatever version: what it lacks is as nobody has touched it. */
export function completeBoard(json: string): Board {
  const board = JSON.parse(json) as Board;
  const rounds = board.rounds.map(completeRound);
  return { ...DEFAULT_TERMS, ...UNUSED, ...board, keptFrom: board.keptFrom ?? board.createdAt, rounds };
}

/** The first version wrote the kind, because there was one. */
function completeRound({ kind: _, ...round }: Round & { readonly kind?: string }): Round {
  const before = round.before && { ...round.before, collecting: round.before.collecting ?? false };
  return { ...YOUNGER, ...round, before };
}

const YOUNGER = { ideas: null, collecting: false, spent: [], outcome: null } as const;
