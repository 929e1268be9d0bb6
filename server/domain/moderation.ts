import type { Time } from '../../shared/board-view.ts';
import type { FoldReason, IdeaState } from '../../shared/entry.ts';
import type { Board } from './board.ts';
import type { ChangedIdea, IdeaAct } from './change.ts';
import { change, type Decision, refuse } from './decision.ts';
import { erased, findIdea, isIdea, mergedInto, SHOWN_AGAIN, type StoredIdea } from './idea.ts';
import type { Round } from './round.ts';

/** [I4] */
export function publishIdea(board: Board, ideaId: string): Decision {
  return act(board, ideaId, 'published', ['waiting'], () => ({ state: 'shown' }));
}

/** [M1] */
export function foldIdea(board: Board, ideaId: string, reason: FoldReason, sentence: string): Decision {
  return act(board, ideaId, 'folded', ['shown', 'waiting'], () => ({ state: 'folded', reason, sentence }));
}

/** [M3] */
export function unfoldIdea(board: Board, ideaId: string): Decision {
  const fields = { state: 'shown', reason: null, sentence: '', objection: null } as const;
  return act(board, ideaId, 'unfolded', ['folded'], () => fields);
}

/** [M2] */
export function objectTo(board: Board, ideaId: string, author: string, text: string, now: Time): Decision {
  const found = findIdea(board, ideaId);
  if (found && found.idea.author !== author) return refuse('not_allowed');
  if (found?.idea.objected) return refuse('objection_used');
  const objection = { text, at: now, answer: null };
  return act(board, ideaId, 'objected', ['folded'], () => ({ objection, objected: true }));
}

/** [M3] Says why the idea stays folded. */
export function answerObjection(board: Board, ideaId: string, sentence: string): Decision {
  return act(
    board,
    ideaId,
    'answered',
    ['folded'],
    ({ objection }) => objection?.answer === null && { objection: { ...objection, answer: sentence } },
  );
}

/** [M5] */
export function buryIdea(board: Board, ideaId: string, sentence: string): Decision {
  const found = findIdea(board, ideaId);
  if (!found) return refuse('not_found');
  const { round, idea } = found;
  if (idea.state === 'gone') return refuse('idea_wrong_state');
  return changed(round, 'buried', erased(round, idea, 'illegal', sentence));
}

/** [M4] */
export function mergeIdeas(board: Board, ideaIds: readonly string[], into: string): Decision {
  const found = findIdea(board, into);
  if (!found) return refuse('not_found');
  if (ideaIds.includes(into)) return refuse('command_invalid');
  const { round, idea: target } = found;
  const wished = new Set(ideaIds);
  const merged = round.entries.filter(isIdea).filter(({ id }) => wished.has(id));
  if (merged.length < wished.size) return refuse('not_found');
  if (target.state !== 'shown' || merged.some(({ state }) => state !== 'shown' && state !== 'waiting')) {
    return refuse('idea_wrong_state');
  }
  const followers = merged.flatMap((idea) => mergedInto(round, idea));
  return changed(round, 'merged', [
    ...merged.map(({ id }) => ({ ideaId: id, fields: { state: 'merged', into } as const })),
    ...followers.map(({ id }) => ({ ideaId: id, fields: { into } })),
  ]);
}

/** [M4] Those that were merged before it stay where they are. */
export function splitIdea(board: Board, ideaId: string): Decision {
  return act(board, ideaId, 'split', ['merged'], () => SHOWN_AGAIN);
}

/** One idea in one of these states; `false`: not in the state it takes after all. */
function act(
  board: Board,
  ideaId: string,
  name: IdeaAct,
  states: readonly IdeaState[],
  fieldsAfter: (idea: StoredIdea) => Partial<StoredIdea> | false,
): Decision {
  const found = findIdea(board, ideaId);
  if (!found) return refuse('not_found');
  const fields = states.includes(found.idea.state) && fieldsAfter(found.idea);
  return fields ? changed(found.round, name, [{ ideaId, fields }]) : refuse('idea_wrong_state');
}

/** [M6] Ideas change, ballots never do. */
function changed(round: Round, name: IdeaAct, ideas: readonly ChangedIdea[]): Decision {
  return change({ kind: 'ideas-changed', roundId: round.id, act: name, ideas });
}
