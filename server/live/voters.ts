import type { CommittedBatch } from './ballot-box.ts';
import type { Speaker } from './speaker.ts';

/** [A2] Whoever has voted sees what voters see; whoever has withdrawn does not any more. */
export function makeVoters(
  speaker: Speaker,
  boardId: string,
  { roundId, run, counted }: CommittedBatch,
): void {
  for (const { participant, entries } of counted) {
    if (entries.length > 0) speaker.makeVoter(boardId, participant, { roundId, run });
    else speaker.unmakeVoter(boardId, participant, { roundId, run });
  }
}
