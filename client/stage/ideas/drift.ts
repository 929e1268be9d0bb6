import type { Idea } from '../../../shared/entry.ts';

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Pixels. */
  readonly w: number;
  readonly h: number;
  readonly gap: number;
}

/** A card with its place; row −1 and the row after the last lie outside the picture. */
export interface Card {
  readonly key: string;
  readonly idea: Idea;
  readonly column: number;
  readonly row: number;
}

/** In hundredths of the stage's width: the narrowest card, the lowest and the highest. */
const NARROWEST = 20;
const LOWEST = 8.6;
const HIGHEST = 15;
const BETWEEN = 1.2;

/** Cards as large as they can be for so many ideas. */
export function gridFor(n: number, room: { w: number; h: number }, unit: number): Grid {
  const gap = unit * BETWEEN;
  const most = Math.max(1, Math.floor((room.w + gap) / (unit * NARROWEST + gap)));
  const tallest = Math.max(1, Math.floor((room.h + gap) / (unit * LOWEST + gap)));
  const columns = Math.min(most, Math.max(1, Math.ceil(n / tallest), n < 3 ? 1 : Math.ceil(Math.sqrt(n))));
  const rows = Math.min(tallest, Math.ceil(n / columns));
  return {
    columns,
    rows,
    w: (room.w - gap * (columns - 1)) / columns,
    h: Math.min(unit * HIGHEST, (room.h - gap * (rows - 1)) / rows),
    gap,
  };
}

/**
 * The ideas in order of arrival, a row further with every step, over and over. Those that fit lie still. New ones come
 * last, so that no card on its way is exchanged for another.
 */
export function cardsAt(ideas: readonly Idea[], { columns, rows }: Grid, step: number): readonly Card[] {
  const n = ideas.length;
  if (n <= columns * rows) return ideas.map((idea, i) => cardOf(idea, i, 0, columns, 0));
  const first = (step - 1) * columns;
  return Array.from({ length: columns * (rows + 2) }, (_, i) => {
    const at = first + i;
    const idea = ideas[((at % n) + n) % n];
    return idea ? [cardOf(idea, i, Math.floor(at / n), columns, -1)] : [];
  }).flat();
}

function cardOf(idea: Idea, i: number, lap: number, columns: number, top: number): Card {
  return { key: `${idea.id} ${lap}`, idea, column: i % columns, row: top + Math.floor(i / columns) };
}
