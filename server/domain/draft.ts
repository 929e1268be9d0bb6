import type { Draft } from '../../shared/entry.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Board } from './board.ts';
import { type Change, type DraftFields, given, type Some } from './change.ts';
import { change, type Decision, refuse } from './decision.ts';
import { findRound, isLocked, type Round } from './round.ts';

const FIELDS = ['title', 'text', 'picture', 'alt'] as const;

/** [D1] A round holds at most LIMITS.entriesPerRound drafts; new ones come last, in the given order. */
export function addDrafts(board: Board, roundId: string, drafts: readonly Draft[]): Decision {
  return inUnlocked(board, roundId, (round) =>
    round.entries.length + drafts.length > LIMITS.entriesPerRound
      ? refuse('limit_reached', LIMITS.entriesPerRound)
      : change({ kind: 'drafts-added', roundId, drafts }),
  );
}

/** [D2] */
export function updateDraft(
  board: Board,
  roundId: string,
  draftId: string,
  update: Some<DraftFields>,
): Decision {
  const fields = given<DraftFields>(update, FIELDS);
  return onDraft(board, roundId, draftId, () => ({ kind: 'draft-updated', roundId, draftId, fields }));
}

/** [D2] */
export function removeDraft(board: Board, roundId: string, draftId: string): Decision {
  return onDraft(board, roundId, draftId, () => ({ kind: 'draft-removed', roundId, draftId }));
}

/** [D3] `to` is the index the draft has afterwards; beyond the end means the end. */
export function moveDraft(board: Board, roundId: string, draftId: string, to: number): Decision {
  return onDraft(board, roundId, draftId, (round) => ({
    kind: 'draft-moved',
    roundId,
    draftId,
    to: Math.min(to, round.entries.length - 1),
  }));
}

function onDraft(board: Board, roundId: string, draftId: string, decide: (round: Round) => Change): Decision {
  return inUnlocked(board, roundId, (round) =>
    round.entries.some((draft) => draft.id === draftId) ? change(decide(round)) : refuse('not_found'),
  );
}

/** [R3] */
function inUnlocked(board: Board, roundId: string, decide: (round: Round) => Decision): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  return isLocked(round) ? refuse('round_locked') : decide(round);
}
