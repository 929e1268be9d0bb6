import { accepted, rejected } from '../../shared/ack.ts';
import { boardRefSchema } from '../../shared/commands.ts';
import { logLine } from '../domain/log.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Store } from '../store/store.ts';
import type { Answers } from './answers.ts';

const LINES = 500;

/** [M7] What was done on a board, for its maker: newest first. */
export function hearLog(answers: Answers, { rooms, store }: { rooms: Rooms; store: Store }): void {
  answers.toMaker('board:log', boardRefSchema, async ({ boardId }) => {
    if (!(await rooms.open(boardId))) return rejected('not_found');
    const log = await store.readLog(boardId);
    return accepted(log.slice(-LINES).reverse().map(logLine));
  });
}
