import { accepted, rejected } from '../../shared/ack.ts';
import { boardRefSchema, createBoardSchema, updateBoardSchema } from '../../shared/commands.ts';
import { z } from 'zod';
import { renewStage, updateBoard } from '../domain/board.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Ids } from '../ops/ids.ts';
import type { Answers } from './answers.ts';
import { decisions } from './decisions.ts';

const nothingSchema = z.strictObject({});

/** What the maker does with boards. */
export function hearBoards(answers: Answers, { rooms, ids }: { rooms: Rooms; ids: Ids }): void {
  answers.toMaker('board:list', nothingSchema, async () => accepted(await rooms.summaries()));

  answers.toMaker('board:create', createBoardSchema, async (fields) => {
    const { board } = await rooms.create(fields);
    return accepted({ boardId: board.id, slug: board.slug });
  });

  decisions(answers, rooms)(
    'board:update',
    updateBoardSchema,
    (board, { boardId: _, confirmed, ...fields }, now) => updateBoard(board, fields, { confirmed, now }),
  );

  answers.toMaker('board:remove', boardRefSchema, async ({ boardId }) => {
    const room = await rooms.open(boardId);
    if (!room) return rejected('not_found');
    await rooms.remove(boardId);
    return accepted({ seq: room.board.seq });
  });

  answers.toMaker('stage:renew', boardRefSchema, async ({ boardId }) => {
    const stageToken = ids.secret();
    const ack = await rooms.change(boardId, (board) => renewStage(board, stageToken));
    return ack.ok ? accepted({ stageToken }) : ack;
  });
}
