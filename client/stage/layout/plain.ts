import { type Place, type Size, topOf } from './grid.ts';
import { BAR, LINE, MARK, pair, type Placed, widest } from './placed.ts';
import type { Standing } from '../scene.ts';
import { linesOf } from './title-lines.ts';

/** In letters: the least and the most between two drafts. */
const APART = 0.75;
const FAR_APART = 1.5;
/** Without a bar a title stands above a hairline. */
const RULE = 0.7;
/** Where there is room, a bar may be this much larger than its title. */
const THICK = 1.4;
/** Letters this much larger are worth bars of half the length. */
const WORTH = 1.3;
/** And these are worth titles of one line more. */
const WORTH_A_LINE = 1.15;
/** For a title that breaks rarely, letters may shrink to this much before it takes a further line. */
const SHRINK = 0.75;

interface Rows {
  readonly places: readonly Place[];
  readonly type: number;
  readonly bar: number;
  readonly lines: number;
}

/** Drafts without pictures: titles above thick bars, in the largest letters that the room has, `most` pixels at most. */
export function plainRows(
  standings: readonly Standing[],
  box: Size,
  unit: number,
  as: {
    readonly counted: boolean;
    readonly most: number;
    readonly role: Placed['role'];
    /** Otherwise one, or two where letters gain much. */
    readonly columns?: number;
  },
): readonly Placed[] {
  const n = standings.length;
  if (n === 0 || box.w <= 0 || box.h <= 0) return [];
  const one = rowsIn(as.columns ?? 1);
  const two = !as.columns && n > 3 ? rowsIn(2) : one;
  const rows = two.type > one.type * WORTH ? two : one;
  return pair(standings, rows.places, { ...rows, wide: as.role === 'even', role: as.role });

  function rowsIn(columns: number): Rows {
    const between = unit * 3.4;
    const each = Math.ceil(n / columns);
    const w = (box.w - between * (columns - 1)) / columns;
    const { type, lines } = lettersFor(w, each);
    const room = box.h - type * (heightOf(lines) * each + APART * (each - 1));
    const bar = Math.min(type * THICK, type + (room * 0.6) / (each * BAR), widest(w, standings));
    const h = type * LINE * lines + (as.counted ? bar * BAR : type * RULE);
    const gap = Math.min(type * FAR_APART, each > 1 ? (box.h - h * each) / (each - 1) : 0);
    const top = topOf((h + gap) * each - gap, box);
    const places = standings.map((_, i): Place => {
      const x = Math.floor(i / each) * (w + between);
      return { x, y: top + (i % each) * (h + gap), w, h, frame: { w: 0, h: 0 }, form: 'plain' };
    });
    return { places, type, bar, lines };
  }

  /** The largest letters in which no title is cut off; a monster of a title costs no more than a line. */
  function lettersFor(w: number, each: number): { type: number; lines: number } {
    let best = { type: largest(2, w, each), lines: 2 };
    let found = 0;
    for (const lines of [1, 2, 3]) {
      const start = largest(lines, w, each);
      for (let type = start; type > Math.max(found * WORTH_A_LINE, start * SHRINK); type *= 0.97) {
        if (!standings.every(({ draft }) => linesOf(draft.title, w / type - MARK) <= lines)) continue;
        best = { type, lines };
        found = type;
        break;
      }
    }
    return best;
  }

  function largest(lines: number, w: number, each: number): number {
    const type = box.h / (heightOf(lines) * each + APART * (each - 1));
    return Math.min(as.most, type, widest(w, standings));
  }

  function heightOf(lines: number): number {
    return LINE * lines + (as.counted ? BAR : RULE);
  }
}
