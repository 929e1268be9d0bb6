import { rejected } from '../../shared/ack.ts';
import { castBallotSchema } from '../../shared/commands.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Answers } from './answers.ts';
import { castJson } from './cast-json.ts';
import type { Loudspeaker } from './loudspeaker.ts';

/** What a participant does with a ballot. */
export function hearBallots(
  answers: Answers,
  { rooms, speaker }: { rooms: Rooms; speaker: Loudspeaker },
): void {
  answers.toParticipant(
    'ballot:cast',
    castBallotSchema,
    async ({ boardId, ...ballot }, participant, socket) => {
      const room = await rooms.open(boardId);
      if (!room) return rejected('not_found');
      const ack = await room.cast(participant, ballot);
      if (ack.ok) speaker.tellOtherWindows(socket, boardId, participant, ack.value);
      return ack;
    },
    castJson,
  );
}
