import { accepted } from '../../shared/ack.ts';
import {
  addDraftsSchema,
  draftRefSchema,
  moveDraftSchema,
  updateDraftSchema,
} from '../../shared/commands.ts';
import { addDrafts, moveDraft, removeDraft, updateDraft } from '../domain/draft.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Ids } from '../ops/ids.ts';
import type { Answers } from './answers.ts';
import { decisions } from './decisions.ts';

/** What the maker does with the drafts of a round. */
export function hearDrafts(answers: Answers, { rooms, ids }: { rooms: Rooms; ids: Ids }): void {
  const decided = decisions(answers, rooms);

  answers.toMaker('draft:add', addDraftsSchema, async ({ boardId, roundId, drafts }) => {
    const added = drafts.map((draft) => ({ id: ids.id(), ...draft }));
    const ack = await rooms.change(boardId, (board) => addDrafts(board, roundId, added));
    return ack.ok ? accepted({ draftIds: added.map(({ id }) => id) }) : ack;
  });

  decided('draft:update', updateDraftSchema, (board, { roundId, draftId, boardId: _, ...fields }) =>
    updateDraft(board, roundId, draftId, fields),
  );
  decided('draft:remove', draftRefSchema, (board, { roundId, draftId }) =>
    removeDraft(board, roundId, draftId),
  );
  decided('draft:move', moveDraftSchema, (board, { roundId, draftId, to }) =>
    moveDraft(board, roundId, draftId, to),
  );
}
