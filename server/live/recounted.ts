import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import { findRound, type Round } from '../domain/round.ts';
import { roundsBetween } from './tell-board.ts';

/** The rounds whose counts have to be read with the change, because something else than a ballot taken here has moved them. */
export function recounted(old: Board, next: Board, change: Change | null, peersExist: boolean): Round[] {
  if (!change) return next.seq === old.seq ? [...next.rounds] : roundsBetween(old, next);
  const round = 'roundId' in change && change.roundId !== null ? findRound(next, change.roundId) : undefined;
  // Of ballots that other nodes took up to the end, this one may not have heard yet.
  const ends = peersExist && (change.kind === 'round-closed' || change.kind === 'round-revealed');
  return round && (ends || mergesAnew(change)) ? [round] : [];
}

/** [M4] Whether some ideas are counted for others than before. */
function mergesAnew(change: Change): boolean {
  return change.kind === 'ideas-changed' && change.ideas.some(({ fields }) => 'into' in fields);
}
