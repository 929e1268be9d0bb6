import { isDeepStrictEqual } from 'node:util';
import type { Board } from '../domain/board.ts';
import { findRound, type Round } from '../domain/round.ts';

/**
 * A board as it was read, made of what is known already wherever that is the same: so the same need not be viewed and told
 * again.
 */
export function reuse(known: Board, read: Board): Board {
  return {
    ...read,
    rounds: read.rounds.map((round) => {
      const old = findRound(known, round.id);
      return old ? reuseRound(old, round) : round;
    }),
    credits: reuseList(known.credits, read.credits),
  };
}

function reuseRound(known: Round, read: Round): Round {
  const entries = reuseList<Round['entries'][number]>(known.entries, read.entries);
  if (entries !== known.entries) return { ...read, entries };
  return isDeepStrictEqual({ ...known, entries: null }, { ...read, entries: null })
    ? known
    : { ...read, entries };
}

function reuseList<T extends { readonly id: string }>(known: readonly T[], read: readonly T[]): readonly T[] {
  const byId = new Map(known.map((one) => [one.id, one]));
  const next = read.map((one) => {
    const old = byId.get(one.id);
    return old && isDeepStrictEqual(old, one) ? old : one;
  });
  return next.length === known.length && next.every((one, at) => one === known[at]) ? known : next;
}
