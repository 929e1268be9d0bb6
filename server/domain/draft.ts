import type { Draft } from '../../shared/entry.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Board } from './board.ts';
import { type DraftFields, given, type Some } from './change.ts';
import { change, type Decision, refuse } from './decision.ts';
import { findIdea } from './idea.ts';
import { findRound, isLocked, type Round } from './round.ts';

const FIELDS = ['title', 'text', 'picture', 'alt', 'origin'] as const;

/** [D1] [D4] A round holds at most LIMITS.entriesPerRound drafts; new ones come last, in the given order. */
export function addDrafts(board: Board, roundId: string, drafts: readonly Draft[]): Decision {
  return inUnlocked(board, roundId, (round) => {
    if (round.entries.length + drafts.length > LIMITS.entriesPerRound) {
      return refuse('limit_reached', LIMITS.entriesPerRound);
    }
    return drafts.every(({ origin }) => areIdeas(board, origin))
      ? change({ kind: 'drafts-added', roundId, drafts })
      : refuse('not_found');
  });
}

/** [D2] [D4] */
export function updateDraft(
  board: Board,
  roundId: string,
  draftId: string,
  update: Some<DraftFields>,
): Decision {
  const fields = given<DraftFields>(update, FIELDS);
  return onDraft(board, roundId, draftId, (_, draft) =>
    areIdeas(board, fields.origin, draft.origin)
      ? change({ kind: 'draft-updated', roundId, draftId, fields })
      : refuse('not_found'),
  );
}

/** [D2] */
export function removeDraft(board: Board, roundId: string, draftId: string): Decision {
  return onDraft(board, roundId, draftId, () => change({ kind: 'draft-removed', roundId, draftId }));
}

/** [D3] `to` is the index the draft has afterwards; beyond the end means the end. */
export function moveDraft(board: Board, roundId: string, draftId: string, to: number): Decision {
  return onDraft(board, roundId, draftId, (round) =>
    change({ kind: 'draft-moved', roundId, draftId, to: Math.min(to, round.entries.length - 1) }),
  );
}

function onDraft(
  board: Board,
  roundId: string,
  draftId: string,
  decide: (round: Round, draft: Draft) => Decision,
): Decision {
  return inUnlocked(board, roundId, (round) => {
    const draft = round.entries.find(({ id }) => id === draftId);
    return draft ? decide(round, draft) : refuse('not_found');
  });
}

/** [D4] An idea whose round was removed meanwhile may go on standing in a draft that names it already. */
function areIdeas(board: Board, origin: Draft['origin'] = [], known: Draft['origin'] = []): boolean {
  return origin.every((ideaId) => known.includes(ideaId) || findIdea(board, ideaId));
}

/** [R3] [R19] */
function inUnlocked(board: Board, roundId: string, decide: (round: Round) => Decision): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (round.ideas) return refuse('round_wrong_status');
  return isLocked(round) ? refuse('round_locked') : decide(round);
}
