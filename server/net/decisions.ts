import type { z } from 'zod';
import type { ClientToServer, Done } from '../../shared/events.ts';
import type { Board } from '../domain/board.ts';
import type { Decision } from '../domain/decision.ts';
import type { Room } from '../live/room.ts';
import type { Rooms } from '../live/rooms.ts';
import type { AnswerOf, Answers } from './answers.ts';

type EventsAnsweringDone = {
  [E in keyof ClientToServer]: AnswerOf<E> extends Done ? E : never;
}[keyof ClientToServer];

export type Decide<S extends z.ZodType> = (
  board: Board,
  command: z.infer<S>,
  now: number,
  room: Room,
) => Decision;

/** For the maker's commands that are one decision of the domain, and answer the board's new version. */
export function decisions(answers: Answers, rooms: Rooms) {
  return <S extends z.ZodType<{ boardId: string }>>(
    event: EventsAnsweringDone,
    schema: S,
    decide: Decide<S>,
  ): void => {
    answers.toMaker<EventsAnsweringDone, S>(event, schema, (command) =>
      rooms.change(command.boardId, (board, now, room) => decide(board, command, now, room)),
    );
  };
}
