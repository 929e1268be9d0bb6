/** In hundredths of the stage's width: the least and the most height of a row, and what lies between two. */
const LEAST = 4.3;
const MOST = 8;
const BETWEEN = 0.5;
/** More than these nobody reads across a room. */
const MOST_ROWS = 8;

export interface Rows {
  readonly count: number;
  /** Pixels. */
  readonly height: number;
  readonly gap: number;
}

/** As many rows as the room holds, and as high as it lets them be. */
export function rowsIn(room: number, n: number, unit: number): Rows {
  const gap = unit * BETWEEN;
  const fitting = Math.floor((room + gap) / (unit * LEAST + gap));
  const count = Math.max(1, Math.min(MOST_ROWS, n, fitting));
  return { count, height: Math.max(0, Math.min(unit * MOST, (room + gap) / count - gap)), gap };
}
