import { type Place, type Size, topOf } from './grid.ts';
import { BAR, figuresWidth, LINE, pair, type Placed } from './placed.ts';
import type { Standing } from '../scene.ts';
import { letters, linesOf, longestWord } from './title-lines.ts';

/** Letters of votes and percentage, in those of the title. */
const FIGURES = 0.62;
/** In letters: the votes with the space above and beneath them. */
const VOTES = 2.5;
/** In units: the winner's label and its letter with the space beneath them, and the margin at both sides. */
const LABEL = 5.2;
const MARGINS = 3.6;
/** Height by width at most. */
const TALL = 0.9;
const MOST_LINES = 4;

/** Winners without a picture: their title is the picture. */
export function posters(winners: readonly Standing[], box: Size, unit: number): readonly Placed[] {
  const n = winners.length;
  const titles = winners.map(({ draft }) => draft.title);
  const gap = unit * 2.4;
  const most = unit * (n === 1 ? 6.4 : 4.4);
  let best: { places: readonly Place[]; type: number; bar: number; lines: number } | null = null;
  for (let columns = 1; columns <= n; columns++) {
    const rows = Math.ceil(n / columns);
    const w = (box.w - gap * (columns - 1)) / columns;
    const highest = Math.min(w * TALL, (box.h - gap * (rows - 1)) / rows);
    const set = largest(w - unit * MARGINS, highest);
    if (best && set.type <= best.type * 1.001) continue;
    const h = Math.min(highest, heightOf(set) * 1.2);
    const top = topOf(rows * (h + gap) - gap, box);
    const places = winners.map((_, i): Place => {
      const inRow = Math.min(columns, n - Math.floor(i / columns) * columns);
      const left = (box.w - inRow * (w + gap) + gap) / 2;
      const at = { x: left + (i % columns) * (w + gap), y: top + Math.floor(i / columns) * (h + gap) };
      return { ...at, w, h, frame: { w: 0, h: 0 }, form: 'poster' };
    });
    const bar = Math.min(set.type * FIGURES, unit * 3, (w - unit * MARGINS) / figuresWidth(winners));
    best = { places, bar, ...set };
  }
  return best ? pair(winners, best.places, { ...best, wide: true, role: 'winner' }) : [];

  /** The largest letters in which all titles are whole; else the smallest, and a long title is cut off. */
  function largest(w: number, h: number): { type: number; lines: number } {
    for (let type = most; type > unit * 1.6; type *= 0.96) {
      const width = w / type;
      const lines = Math.max(...titles.map((title) => linesOf(title, width)));
      const unbroken = longestWord(titles) <= width || letters(width) > 24;
      if (lines <= MOST_LINES && unbroken && heightOf({ type, lines }) <= h) return { type, lines };
    }
    const type = Math.min(unit * 1.6, h / 9);
    return { type, lines: Math.max(1, Math.floor((h - heightOf({ type, lines: 0 })) / (type * LINE))) };
  }

  function heightOf({ type, lines }: { type: number; lines: number }): number {
    return unit * LABEL + type * (LINE * lines + VOTES + BAR * 0.6);
  }
}
