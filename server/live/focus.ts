import type { Audience, TallyFrame } from '../../shared/board-view.ts';
import type { Board } from '../domain/board.ts';
import type { Round } from '../domain/round.ts';
import { type StoredTally, tallyFor } from '../domain/tally.ts';

/** The round whose tally moves: the open one, else the one that is shown. */
export function focusOf({ rounds, currentRoundId }: Board): Round | undefined {
  return rounds.find(({ status }) => status === 'open') ?? rounds.find(({ id }) => id === currentRoundId);
}

/** All that the tally says to this audience. */
export function frameOf(
  board: Board,
  tallies: (round: Round) => StoredTally,
  audience: Audience,
  present: number,
): TallyFrame {
  const { seq } = board;
  const round = focusOf(board);
  if (!round) return { seq, present };
  const tally = tallyFor(round, tallies(round), audience);
  return { seq, present, roundId: round.id, run: round.run, tally };
}
