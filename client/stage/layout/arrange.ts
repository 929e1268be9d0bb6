import { aspectOf, listOf, type Size, topOf } from './grid.ts';
import { BAR, LINE, pair, type Placed } from './placed.ts';
import { plainRows } from './plain.ts';
import { posters } from './posters.ts';
import { byPlace, type RoundScene, type Standing } from '../scene.ts';
import { tiles } from './tiles.ts';

export interface Arrangement {
  readonly placed: readonly Placed[];
  /** Drafts that found no place. */
  readonly more: number;
}

/** At the reveal at most this many drafts lie beside a winner, or beneath several; of more it is said how many. */
const BESIDE = 7;
const BENEATH = 6;
/** So many winners share the whole width, and the others lie beneath them. */
const SHARED = 3;

/** All drafts of a scene at their places. `unit`: one hundredth of a 16:9 stage's width, in pixels. */
export function arrange(scene: RoundScene, box: Size, unit: number): Arrangement {
  const { standings, winners, more } = scene;
  const first = standings.filter(({ draft }) => winners.includes(draft.id));
  const others = byPlace(standings.filter(({ draft }) => !winners.includes(draft.id)));
  if (first.length === 0) return { placed: even(scene, box, unit), more };
  if (others.length === 0) return { placed: forward(scene, first, box, unit), more };
  const shared = first.length >= SHARED;
  const back = others.slice(0, shared ? BENEATH : BESIDE);
  const left = more + others.length - back.length;
  const free = left > 0 ? unit * 3 : 0;
  const lay = shared ? stacked : sideBySide;
  return { placed: lay(scene, first, back, { box, free }, unit), more: left };
}

interface Room {
  readonly box: Size;
  /** Kept free at the foot of those who stepped back. */
  readonly free: number;
}

/** The winner large, the others in a column beside it that lies in the middle of its height. */
function sideBySide(
  scene: RoundScene,
  first: readonly Standing[],
  back: readonly Standing[],
  { box, free }: Room,
  unit: number,
): readonly Placed[] {
  const gap = unit * 3;
  const left = { w: (box.w - gap) * (first.length === 1 ? 0.6 : 0.68), h: box.h };
  const right = { w: box.w - gap - left.w, h: box.h - free };
  const winners = forward(scene, first, left, unit);
  const tallest = unit * (back.length > 4 ? 6.5 : 10);
  const listed = list(back, right, unit, { columns: 1, tallest, role: 'back' });
  const { top: from, bottom: to } = extent(winners);
  const { top, bottom } = extent(listed);
  const down = Math.max(-top, Math.min((from + to - top - bottom) / 2, right.h - bottom));
  return [...winners, ...listed.map((one) => moved(one, left.w + gap, down))];
}

/** Several winners in the whole width, the others in a strip beneath them. */
function stacked(
  scene: RoundScene,
  first: readonly Standing[],
  back: readonly Standing[],
  { box: whole, free }: Room,
  unit: number,
): readonly Placed[] {
  const box = { w: whole.w, h: whole.h - free };
  const gap = unit * 3;
  const most = Math.max(1, Math.min(3, Math.floor(box.w / (unit * 17))));
  const columns = Math.min(most, back.length);
  const lines = Math.ceil(back.length / columns);
  const tallest = Math.min(unit * 7.5, (box.h * 0.38) / lines);
  // Fewer lie at the left, no wider than a full row would.
  const w = ((box.w + gap) * columns) / most - gap;
  const strip = { w, h: lines * (tallest + unit) };
  const winners = forward(scene, first, { w: box.w, h: box.h - strip.h - gap }, unit);
  const { top, bottom } = extent(winners);
  const listed = list(back, strip, unit, { columns, tallest, role: 'back' });
  const { top: listTop, bottom: listBottom } = extent(listed);
  const foot = bottom - top + gap;
  const down = topOf(foot + listBottom - listTop, box);
  return [
    ...winners.map((one) => moved(one, 0, down - top)),
    ...listed.map((one) => moved(one, 0, down + foot - listTop)),
  ];
}

function forward(scene: RoundScene, first: readonly Standing[], box: Size, unit: number): readonly Placed[] {
  return pictured(first) ? tiles(first, box, unit, scene.counted, 'winner') : posters(first, box, unit);
}

function even(scene: RoundScene, box: Size, unit: number): readonly Placed[] {
  const { standings, counted } = scene;
  if (!pictured(standings)) {
    const most = unit * (counted ? 3.8 : 4.2);
    return plainRows(standings, box, unit, { counted, most, role: 'even' });
  }
  if (scene.more === 0) return tiles(standings, box, unit, counted, 'even');
  const columns = standings.length > 6 ? 2 : 1;
  return list(standings, box, unit, { columns, tallest: unit * (columns === 1 ? 9 : 7), role: 'even' });
}

function list(
  standings: readonly Standing[],
  box: Size,
  unit: number,
  as: { readonly columns: number; readonly tallest: number; readonly role: 'even' | 'back' },
): readonly Placed[] {
  if (!pictured(standings)) return plainRows(standings, box, unit, { ...as, counted: true, most: unit * 2 });
  const aspect = Math.min(4 / 3, aspectOf(standings.map(({ draft }) => draft.picture)));
  const columnWidth = box.w / as.columns;
  const places = listOf(standings.length, box, {
    gap: unit * 1.1,
    aspect,
    columns: as.columns,
    tallest: Math.min(as.tallest, (columnWidth * 0.4) / aspect),
  });
  const most = unit * (as.role === 'back' ? 1.55 : as.columns === 1 ? 2.6 : 1.8);
  const type = Math.min(most, (places[0]?.h ?? 0) / 2.9);
  const roomy = (places[0]?.h ?? 0) > type * (2 * LINE + BAR);
  const wide = as.columns === 1 && as.role !== 'back';
  return pair(standings, places, { type, bar: type, lines: roomy && !wide ? 2 : 1, wide, role: as.role });
}

function pictured(standings: readonly Standing[]): boolean {
  return standings.some(({ draft }) => draft.picture);
}

function extent(placed: readonly Placed[]): { readonly top: number; readonly bottom: number } {
  const top = Math.min(...placed.map(({ place }) => place.y));
  return { top, bottom: Math.max(...placed.map(({ place }) => place.y + place.h)) };
}

function moved(placed: Placed, x: number, y: number): Placed {
  return { ...placed, place: { ...placed.place, x: placed.place.x + x, y: placed.place.y + y } };
}
