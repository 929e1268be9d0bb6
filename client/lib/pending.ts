import type { OwnBallot } from '../../shared/board-view.ts';
import type { Keep } from './keep.ts';

type Pending = ReadonlyMap<string, OwnBallot>;

const keyOf = (boardId: string) => `mitwerk.pending.${boardId}`;

/** The ballots of a board that were cast on this device and not yet acknowledged. */
export function readPending(keep: Keep, boardId: string): Pending {
  const text = keep.read(keyOf(boardId));
  if (text === null) return new Map();
  try {
    const kept: unknown = JSON.parse(text);
    const ballots = Array.isArray(kept) ? kept.filter(isBallot) : [];
    return new Map(ballots.map((ballot) => [ballot.roundId, ballot]));
  } catch {
    return new Map();
  }
}

export function keepPending(keep: Keep, boardId: string, pending: Pending): void {
  keep.write(keyOf(boardId), pending.size === 0 ? null : JSON.stringify([...pending.values()]));
}

/** Storage may hold what an older version or a curious person wrote. */
function isBallot(kept: unknown): kept is OwnBallot {
  if (typeof kept !== 'object' || kept === null) return false;
  const { roundId, run, rev, entries, points } = kept as Partial<Record<keyof OwnBallot, unknown>>;
  return (
    typeof roundId === 'string' &&
    Number.isInteger(run) &&
    Number.isInteger(rev) &&
    Array.isArray(entries) &&
    entries.every((entry) => typeof entry === 'string') &&
    (points === undefined || (Array.isArray(points) && points.every(Number.isInteger)))
  );
}
