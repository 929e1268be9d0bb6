import type { Draft } from '../../shared/entry.ts';
import type { Board } from './board.ts';
import { type Decision, refuse } from './decision.ts';
import { addDrafts } from './draft.ts';
import { findIdea } from './idea.ts';

/** [D4] [D5] One draft of these ideas, with the words and the picture of the first. */
export function promoteIdeas(
  board: Board,
  ideaIds: readonly string[],
  toRoundId: string,
  draftId: string,
): Decision {
  const origin = [...new Set(ideaIds)];
  const ideas = origin.flatMap((id) => findIdea(board, id)?.idea ?? []);
  const [first] = ideas;
  if (!first || ideas.length < origin.length) return refuse('not_found');
  if (ideas.some(({ state }) => state !== 'shown')) return refuse('idea_wrong_state');
  const { title, text, picture, alt } = first;
  const draft: Draft = { id: draftId, title, text, picture, alt, origin };
  return addDrafts(board, toRoundId, [draft]);
}
