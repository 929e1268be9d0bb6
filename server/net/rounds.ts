import { accepted } from '../../shared/ack.ts';
import {
  addRoundSchema,
  extendRoundSchema,
  moveRoundSchema,
  roundRefSchema,
  showRoundSchema,
  undoRoundSchema,
  updateRoundSchema,
} from '../../shared/commands.ts';
import { addRound, copyRound, moveRound, removeRound, showRound, updateRound } from '../domain/round.ts';
import { closeRound, extendRound, openRound, revealRound, undoRound } from '../domain/run.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Ids } from '../ops/ids.ts';
import type { Answers } from './answers.ts';
import { decisions } from './decisions.ts';

/** What the maker does with rounds: each event is one decision of the domain. */
export function hearRounds(answers: Answers, { rooms, ids }: { rooms: Rooms; ids: Ids }): void {
  const decided = decisions(answers, rooms);

  answers.toMaker('round:add', addRoundSchema, async ({ boardId, ...fields }) => {
    const roundId = ids.id();
    const ack = await rooms.change(boardId, (board) => addRound(board, fields, roundId));
    return ack.ok ? accepted({ roundId }) : ack;
  });

  answers.toMaker('round:copy', roundRefSchema, async ({ boardId, roundId }) => {
    const copyId = ids.id();
    const ack = await rooms.change(boardId, (board) => copyRound(board, roundId, copyId, () => ids.id()));
    return ack.ok ? accepted({ roundId: copyId }) : ack;
  });

  decided('round:update', updateRoundSchema, (board, { roundId, boardId: _, confirmed, ...fields }, now) =>
    updateRound(board, roundId, fields, { confirmed, now }),
  );
  decided('round:remove', roundRefSchema, (board, { roundId }) => removeRound(board, roundId));
  decided('round:move', moveRoundSchema, (board, { roundId, to }) => moveRound(board, roundId, to));
  decided('round:show', showRoundSchema, (board, { roundId }) => showRound(board, roundId));
  decided('round:open', roundRefSchema, (board, { roundId }, now) => openRound(board, roundId, now));
  decided('round:extend', extendRoundSchema, (board, { roundId, seconds }, now) =>
    extendRound(board, roundId, seconds, now),
  );
  decided('round:close', roundRefSchema, (board, { roundId }, now) => closeRound(board, roundId, now));
  decided('round:reveal', roundRefSchema, (board, { roundId }) => revealRound(board, roundId));

  decided('round:undo', undoRoundSchema, (board, { roundId, ...seen }, now, room) =>
    undoRound(board, roundId, room.tally(roundId).ballots, now, seen),
  );
}
