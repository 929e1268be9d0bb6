import { accepted, rejected } from '../../shared/ack.ts';
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

/** What the maker does with the drafts of a round. */
export function hearDrafts(answers: Answers, { rooms, ids }: { rooms: Rooms; ids: Ids }): void {
  answers.toMaker('draft:add', addDraftsSchema, async ({ boardId, roundId, drafts }) => {
    const room = await rooms.open(boardId);
    if (!room) return rejected('not_found');
    const added = drafts.map((draft) => ({ id: ids.id(), ...draft }));
    const ack = await room.change((board) => addDrafts(board, roundId, added));
    return ack.ok ? accepted({ draftIds: added.map(({ id }) => id) }) : ack;
  });

  answers.toMaker('draft:update', updateDraftSchema, async ({ boardId, roundId, draftId, ...fields }) => {
    const room = await rooms.open(boardId);
    return room
      ? room.change((board) => updateDraft(board, roundId, draftId, fields))
      : rejected('not_found');
  });

  answers.toMaker('draft:remove', draftRefSchema, async ({ boardId, roundId, draftId }) => {
    const room = await rooms.open(boardId);
    return room ? room.change((board) => removeDraft(board, roundId, draftId)) : rejected('not_found');
  });

  answers.toMaker('draft:move', moveDraftSchema, async ({ boardId, roundId, draftId, to }) => {
    const room = await rooms.open(boardId);
    return room ? room.change((board) => moveDraft(board, roundId, draftId, to)) : rejected('not_found');
  });
}
