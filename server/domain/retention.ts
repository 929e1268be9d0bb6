import type { Time } from '../../shared/board-view.ts';
import type { Board } from './board.ts';

/** [E1] When the board is deleted; `null`: a round is open, or none was held yet. */
export function endsAt(_board: Board): Time | null {
  return null;
}
