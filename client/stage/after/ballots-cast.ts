import type { BoardView } from '../../../shared/board-view.ts';

/** How many ballots were cast on the board, in how many rounds; nobody knows which of them are of the same people. */
export function ballotsCast({ rounds }: BoardView): { readonly ballots: number; readonly rounds: number } {
  const voted = rounds.filter(({ tally }) => tally.ballots > 0);
  return { ballots: voted.reduce((sum, { tally }) => sum + tally.ballots, 0), rounds: voted.length };
}
