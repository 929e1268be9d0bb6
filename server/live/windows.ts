import type { Board } from '../domain/board.ts';
import { findRound, type Round } from '../domain/round.ts';
import type { StoredTally } from '../domain/tally.ts';
import type { Store } from '../store/store.ts';
import { castAnswer } from './cast-answer.ts';
import type { Mark } from './peers.ts';
import type { Speaker } from './speaker.ts';
import { makeVoters } from './voters.ts';

/** [N3] Devices that have voted at another node and have a window here: it shows the ballot that counts now. */
export async function tellWindows(
  { tally: counted, cast }: Mark,
  room: { readonly board: Board; tally(roundId: string): StoredTally },
  { speaker, store }: { readonly speaker: Speaker; readonly store: Pick<Store, 'readBallots'> },
): Promise<void> {
  const { id: boardId } = room.board;
  for (const participant of cast) {
    if (!counted || !speaker.hasWindow(boardId, participant)) continue;
    const { roundId, run } = counted;
    const ballots = await store.readBallots(boardId, participant);
    const ballot = ballots.find((one) => one.roundId === roundId && one.run === run);
    const round: Round | undefined = findRound(room.board, roundId);
    if (!ballot || round?.run !== run) continue;
    const tally = room.tally(roundId);
    const batch = { roundId, run, tally, counted: [{ participant, ...ballot }] };
    if (round.results === 'after-vote') makeVoters(speaker, boardId, batch);
    speaker.tellBallot(
      boardId,
      participant,
      castAnswer(round, { answer: { result: 'counted', ballot }, tally }),
    );
  }
}
