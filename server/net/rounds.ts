import type { z } from 'zod';
import { type Ack, accepted, rejected } from '../../shared/ack.ts';
import {
  addRoundSchema,
  extendRoundSchema,
  moveRoundSchema,
  roundRefSchema,
  showRoundSchema,
  updateRoundSchema,
} from '../../shared/commands.ts';
import type { ClientToServer, Done } from '../../shared/events.ts';
import type { Board } from '../domain/board.ts';
import type { Decision } from '../domain/decision.ts';
import { addRound, copyRound, moveRound, removeRound, showRound, updateRound } from '../domain/round.ts';
import { closeRound, extendRound, openRound, revealRound, undoRound } from '../domain/run.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Ids } from '../ops/ids.ts';
import type { AnswerOf, Answers } from './answers.ts';

/** What the maker does with rounds: each event is one decision of the domain. */
export function hearRounds(answers: Answers, { rooms, ids }: { rooms: Rooms; ids: Ids }): void {
  answers.toMaker('round:add', addRoundSchema, async ({ boardId, ...fields }) => {
    const roundId = ids.id();
    const ack = await change(boardId, (board) => addRound(board, fields, roundId));
    return ack.ok ? accepted({ roundId }) : ack;
  });

  answers.toMaker('round:copy', roundRefSchema, async ({ boardId, roundId }) => {
    const copyId = ids.id();
    const ack = await change(boardId, (board) => copyRound(board, roundId, copyId, () => ids.id()));
    return ack.ok ? accepted({ roundId: copyId }) : ack;
  });

  decided('round:update', updateRoundSchema, (board, { roundId, boardId: _, ...fields }) =>
    updateRound(board, roundId, fields),
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

  answers.toMaker('round:undo', roundRefSchema, async ({ boardId, roundId }) => {
    const room = await rooms.open(boardId);
    if (!room) return rejected('not_found');
    return room.change((board, now) => undoRound(board, roundId, room.tally(roundId).ballots, now));
  });

  async function change(
    boardId: string,
    decide: (board: Board, now: number) => Decision,
  ): Promise<Ack<Done>> {
    const room = await rooms.open(boardId);
    return room ? room.change(decide) : rejected('not_found');
  }

  function decided<E extends EventsAnsweringDone, S extends z.ZodType<{ boardId: string }>>(
    event: E,
    schema: S,
    decide: (board: Board, command: z.infer<S>, now: number) => Decision,
  ): void {
    answers.toMaker<EventsAnsweringDone, S>(event, schema, (command) =>
      change(command.boardId, (board, now) => decide(board, command, now)),
    );
  }
}

type EventsAnsweringDone = {
  [E in keyof ClientToServer]: AnswerOf<E> extends Done ? E : never;
}[keyof ClientToServer];
