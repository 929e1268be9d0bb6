import type { RoundStatus, Time } from '../../shared/board-view.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { Board } from './board.ts';
import type { Entry } from './entry.ts';
import { given, type RoundFields, type Some } from './change.ts';
import { change, type Decision, refuse } from './decision.ts';
import { announce, type Confirmation, topicsOfIdeas } from './rules.ts';

/** One concrete question with one kind of ballot. */
export interface Round extends RoundFields {
  readonly id: string;
  readonly status: RoundStatus;
  /** Which run is shown: 0 = none yet. Reopening starts the next run, with no ballots. */
  readonly run: number;
  /** How many runs were ever opened. More than `run` after an opening was taken back: its number is not used again. */
  readonly runs: number;
  readonly openedAt: Time | null;
  readonly closesAt: Time | null;
  readonly closedAt: Time | null;
  /** How the round stood before its run was opened, for taking that back; `null`: cannot be taken back. */
  readonly before: RoundBefore | null;
  readonly entries: readonly Entry[];
  /** Ideas can be handed in right now. */
  readonly collecting: boolean;
  /** [I2] The authors of ideas that are gone, once for each: it counts among those they may hand in. */
  readonly spent: readonly string[];
  readonly outcome: Outcome | null;
}

export type RoundBefore = Pick<Round, 'status' | 'run' | 'openedAt' | 'closesAt' | 'closedAt' | 'collecting'>;

const FIELDS = ['question', 'rule', 'results', 'seconds', 'ideas'] as const;

/** [R1] A new round is a draft at the end of the board; a board has at most LIMITS.roundsPerBoard. */
export function addRound(board: Board, fields: RoundFields, roundId: string): Decision {
  return add(board, { ...UNOPENED, ...fields, id: roundId, entries: [] }, board.rounds.length);
}

/** [R2] [R3] [R19] [G2] */
export function updateRound(
  board: Board,
  roundId: string,
  update: Some<RoundFields>,
  confirmation: Confirmation,
): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  const fields = given<RoundFields>(update, FIELDS);
  const { ideas, ...lasting } = fields;
  if (isLocked(round) && (ideas === undefined || Object.keys(lasting).length > 0))
    return refuse('round_locked');
  if (ideas !== undefined && (ideas === null) !== (round.ideas === null)) return refuse('command_invalid');
  return announce(board, topicsOfIdeas(board, round, fields), confirmation, {
    kind: 'round-updated',
    roundId,
    fields,
  });
}

/**
 * [R4] A copy is a draft that was never opened, with new ids, right after the original; `newId` names its drafts. Ideas
 * stay with those who handed them in there.
 */
export function copyRound(board: Board, roundId: string, copyId: string, newId: () => string): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  const copy: Round = {
    ...round,
    ...UNOPENED,
    id: copyId,
    entries: round.ideas ? [] : round.entries.map((draft) => ({ ...draft, id: newId() })),
  };
  return add(board, copy, board.rounds.indexOf(round) + 1);
}

/** [R5] An open round is not removed. */
export function removeRound(board: Board, roundId: string): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (round.status === 'open') return refuse('round_wrong_status');
  return change({ kind: 'round-removed', roundId });
}

/** [R6] `to` is the index the round has afterwards; beyond the end means the end. */
export function moveRound(board: Board, roundId: string, to: number): Decision {
  if (!findRound(board, roundId)) return refuse('not_found');
  return change({ kind: 'round-moved', roundId, to: Math.min(to, board.rounds.length - 1) });
}

/** [R7] Any round of the board, or none, is the current one. */
export function showRound(board: Board, roundId: string | null): Decision {
  if (roundId !== null && !findRound(board, roundId)) return refuse('not_found');
  return change({ kind: 'round-shown', roundId });
}

export function findRound(board: Board, roundId: string): Round | undefined {
  return board.rounds.find((round) => round.id === roundId);
}

/** [R3] What was voted on stays as it was. */
export function isLocked(round: Round): boolean {
  return round.run > 0;
}

const UNOPENED = {
  status: 'draft',
  run: 0,
  runs: 0,
  openedAt: null,
  closesAt: null,
  closedAt: null,
  before: null,
  collecting: false,
  spent: [],
  outcome: null,
} as const;

function add(board: Board, round: Round, at: number): Decision {
  if (board.rounds.length >= LIMITS.roundsPerBoard) return refuse('limit_reached', LIMITS.roundsPerBoard);
  return change({ kind: 'round-added', at, round });
}
