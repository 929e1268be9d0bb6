import { accepted, rejected } from '../../shared/ack.ts';
import { boardRefSchema } from '../../shared/commands.ts';
import { giveCreditSchema } from '../../shared/outcome-commands.ts';
import { giveCredit, withdrawCredit } from '../domain/credit.ts';
import { mineOf } from '../domain/mine.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Ids } from '../ops/ids.ts';
import type { Store } from '../store/store.ts';
import type { Answers } from './answers.ts';

interface Deps {
  readonly rooms: Rooms;
  readonly store: Store;
  readonly ids: Ids;
}

/** The names people leave for the credits. */
export function hearCredits(answers: Answers, { rooms, store, ids }: Deps): void {
  answers.toAuthor('credit:give', giveCreditSchema, async ({ boardId, ...given }, participant) => {
    const room = await rooms.open(boardId);
    if (!room) return rejected('not_found');
    const ballots = await store.readBallots(boardId, participant);
    const hasBallot = ballots.some(({ entries }) => entries.length > 0);
    const creditId = ids.id();
    const ack = await room.change((board, now) =>
      giveCredit(board, { participant, hasBallot }, given, creditId, now),
    );
    if (!ack.ok) return ack;
    const { credit } = mineOf(room.board, participant);
    return credit ? accepted({ credit }) : rejected('nothing_to_credit');
  });

  answers.toParticipant('credit:withdraw', boardRefSchema, ({ boardId }, participant) =>
    rooms.change(boardId, (board) => withdrawCredit(board, participant)),
  );
}
