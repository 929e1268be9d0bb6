import type { Time } from '../../shared/board-view.ts';
import { isVotable } from '../../shared/entry.ts';
import { LIMITS } from '../../shared/limits.ts';
import { closingShowsCounts, draftsNeeded } from '../../shared/round-rules.ts';
import type { Board } from './board.ts';
import { change, type Decision, refuse } from './decision.ts';
import { findRound, type Round } from './round.ts';

/** [R10] [R11] [R12] [I8] [O1] Opens a draft round, or reopens a closed or revealed one as a new run without ballots. */
export function openRound(board: Board, roundId: string, now: Time): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (round.status === 'open') return refuse('round_wrong_status');
  if (openOne(board)) return refuse('other_round_open');
  if (round.outcome) return refuse('round_wrong_status');
  const no = ballotRefused(round);
  if (no) return no;
  const closesAt = round.seconds === null ? null : now + round.seconds * 1000;
  return change({ kind: 'round-opened', roundId, run: round.runs + 1, openedAt: now, closesAt });
}

/** [R13] Moves the end; one that would lie in the past lies at `now`. */
export function extendRound(board: Board, roundId: string, seconds: number, now: Time): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (round.status !== 'open') return refuse('round_wrong_status');
  if (isOverdue(round, now)) return refuse('round_closed');
  const wished = (round.closesAt ?? now) + seconds * 1000;
  const closesAt = Math.min(Math.max(wished, now), now + LIMITS.roundSeconds * 1000);
  return change({ kind: 'round-extended', roundId, closesAt });
}

/** [R14] A round whose end has passed was closed then, whenever that is noticed. */
export function closeRound(board: Board, roundId: string, now: Time): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (round.status !== 'open') return refuse('round_wrong_status');
  return change({ kind: 'round-closed', roundId, closedAt: Math.min(now, round.closesAt ?? now) });
}

/** [R15] */
export function revealRound(board: Board, roundId: string): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (round.status !== 'closed') return refuse('round_wrong_status');
  return change({ kind: 'round-revealed', roundId });
}

/** [R16] [R17] [R18] [R20] [O1] One step back. `ballots`: how many the round's run holds; `seen`: by the maker. */
export function undoRound(
  board: Board,
  roundId: string,
  ballots: number,
  now: Time,
  seen?: Pick<Round, 'status' | 'run'>,
): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (seen && (seen.status !== round.status || seen.run !== round.run)) return refuse('round_wrong_status');
  switch (round.status) {
    case 'draft':
      return refuse('round_wrong_status');
    case 'open':
      return ballots === 0 && round.before
        ? change({ kind: 'round-unopened', roundId })
        : refuse('round_locked');
    case 'closed':
      return resume(board, round, ballots, now);
    case 'revealed':
      return round.outcome ? refuse('round_wrong_status') : change({ kind: 'round-hidden', roundId });
  }
}

/** The open round whose end has passed; somebody has to close it. */
export function overdueRound(board: Board, now: Time): Round | null {
  const round = openOne(board);
  return round && isOverdue(round, now) ? round : null;
}

/** [R14] At its end time a round takes no more ballots. */
export function isOverdue(round: Pick<Round, 'closesAt'>, now: Time): boolean {
  return round.closesAt !== null && now >= round.closesAt;
}

function resume(board: Board, round: Round, ballots: number, now: Time): Decision {
  if (closingShowsCounts(round.results, ballots)) return refuse('counts_seen');
  if (now - (round.closedAt ?? 0) > LIMITS.undoCloseMs) return refuse('undo_too_late');
  if (openOne(board)) return refuse('other_round_open');
  const closesAt = isOverdue(round, now) ? null : round.closesAt;
  return change({ kind: 'round-resumed', roundId: round.id, closesAt });
}

/** [R11] [I8] Too little to choose from, or more than duels bring to an end; `null`: a ballot can be made of it. */
function ballotRefused({ rule, ideas, entries }: Round): Decision | null {
  const votable = entries.filter(isVotable).length;
  const needed = ideas?.whileVoting ? 0 : draftsNeeded(rule);
  if (votable < needed) return refuse('round_needs_drafts', needed);
  const tooMany = rule.kind === 'duel' && votable > LIMITS.entriesPerDuel;
  return tooMany ? refuse('limit_reached', LIMITS.entriesPerDuel) : null;
}

function openOne(board: Board): Round | undefined {
  return board.rounds.find((round) => round.status === 'open');
}
