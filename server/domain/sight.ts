import type { Board } from './board.ts';
import type { Round } from './round.ts';

/**
 * [A1] Whether others than the maker see the round. Ideas were handed in before everybody's eyes: who wrote one finds it
 * again, whatever the maker shows meanwhile.
 */
export function isInSight(
  { currentRoundId }: Pick<Board, 'currentRoundId'>,
  { id, run, ideas, entries }: Round,
): boolean {
  return run > 0 || id === currentRoundId || (ideas !== null && entries.length > 0);
}
