import { isDeepStrictEqual } from 'node:util';
import type { Board } from '../domain/board.ts';
import type { Tallies } from './tallies.ts';

/** [S7] Whether a store that was out of reach has lost some of what was told: it has less, or has gone on another way. */
export async function hasLost(found: Board, known: Board, tallies: Tallies): Promise<boolean> {
  if (found.seq < known.seq) return true;
  if (found.seq === known.seq && !isDeepStrictEqual(plain(found), plain(known))) return true;
  return tallies.areLost(found.rounds);
}

/** As it is when it was stored and read. */
function plain(board: Board): unknown {
  return JSON.parse(JSON.stringify(board));
}
