import { roundRefSchema } from '../../shared/commands.ts';
import { addStepSchema, publishOutcomeSchema } from '../../shared/outcome-commands.ts';
import { addStep, publishOutcome, removeOutcome, removeStep } from '../domain/outcome.ts';
import { findRound } from '../domain/round.ts';
import { winnersOf } from '../domain/tally.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Answers } from './answers.ts';
import { decisions } from './decisions.ts';

/** What the maker says about what was decided, and about what became of it. */
export function hearOutcomes(answers: Answers, { rooms }: { rooms: Rooms }): void {
  const decided = decisions(answers, rooms);

  decided('outcome:publish', publishOutcomeSchema, (board, { boardId: _, roundId, ...fields }, now, room) => {
    const round = findRound(board, roundId);
    const winners = round ? winnersOf(round, room.tally(roundId)) : [];
    return publishOutcome(board, roundId, fields, winners, now);
  });
  decided('outcome:remove', roundRefSchema, (board, { roundId }) => removeOutcome(board, roundId));
  decided('outcome:step', addStepSchema, (board, { boardId: _, roundId, ...step }, now) =>
    addStep(board, roundId, step, now),
  );
  decided('outcome:unstep', roundRefSchema, (board, { roundId }) => removeStep(board, roundId));
}
