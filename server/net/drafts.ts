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
import type { Log } from '../ops/log.ts';
import { answerMaker, type MitwerkSocket } from './answer.ts';

/** What the maker does with the drafts of a round. */
export function hearDrafts(socket: MitwerkSocket, deps: { rooms: Rooms; ids: Ids; log: Log }): void {
  const { rooms, ids, log } = deps;

  answerMaker(socket, log, 'draft:add', addDraftsSchema, async ({ boardId, roundId, drafts }) => {
    const room = await rooms.open(boardId);
    if (!room) return rejected('not_found');
    const added = drafts.map((draft) => ({ id: ids.id(), ...draft }));
    const ack = await room.change((board) => addDrafts(board, roundId, added));
    return ack.ok ? accepted({ draftIds: added.map(({ id }) => id) }) : ack;
  });

  answerMaker(
    socket,
    log,
    'draft:update',
    updateDraftSchema,
    async ({ boardId, roundId, draftId, ...fields }) => {
      const room = await rooms.open(boardId);
      return room
        ? room.change((board) => updateDraft(board, roundId, draftId, fields))
        : rejected('not_found');
    },
  );

  answerMaker(socket, log, 'draft:remove', draftRefSchema, async ({ boardId, roundId, draftId }) => {
    const room = await rooms.open(boardId);
    return room ? room.change((board) => removeDraft(board, roundId, draftId)) : rejected('not_found');
  });

  answerMaker(socket, log, 'draft:move', moveDraftSchema, async ({ boardId, roundId, draftId, to }) => {
    const room = await rooms.open(boardId);
    return room ? room.change((board) => moveDraft(board, roundId, draftId, to)) : rejected('not_found');
  });
}
