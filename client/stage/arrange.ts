import { aspectOf, listOf, type Size } from './layout.ts';
import { BAR, LINE, pair, type Placed } from './placed.ts';
import { byPlace, type RoundScene, type Standing } from './scene.ts';
import { tiles } from './tiles.ts';

export interface Arrangement {
  readonly placed: readonly Placed[];
  /** Drafts that found no place. */
  readonly more: number;
}

/** At the reveal at most this many drafts lie beside the winner. */
const BESIDE = 7;

/** All drafts of a scene at their places. `unit`: one hundredth of a 16:9 stage's width, in pixels. */
export function arrange(scene: RoundScene, box: Size, unit: number): Arrangement {
  const { standings, winners, more } = scene;
  const first = standings.filter(({ draft }) => winners.includes(draft.id));
  const others = byPlace(standings.filter(({ draft }) => !winners.includes(draft.id)));
  if (first.length === 0 || others.length === 0) {
    const role = first.length > 0 ? 'winner' : 'even';
    return { placed: even(scene, standings, box, unit, role), more };
  }
  const gap = unit * 3;
  const left = { w: (box.w - gap) * (first.length === 1 ? 0.6 : 0.68), h: box.h };
  const beside = others.slice(0, BESIDE);
  const right = { w: box.w - gap - left.w, h: box.h - (more + others.length > BESIDE ? unit * 3 : 0) };
  const listed = rows(beside, right, unit, {
    columns: 1,
    tallest: unit * (beside.length > 4 ? 6.5 : 10),
    role: 'back',
  });
  const lowest = Math.max(...listed.map(({ place }) => place.y + place.h));
  const down = Math.max(0, (right.h - lowest) / 2);
  return {
    placed: [
      ...tiles(first, left, unit, scene.counted, 'winner'),
      ...listed.map((one) => moved(one, left.w + gap, down)),
    ],
    more: more + others.length - beside.length,
  };
}

function even(
  scene: RoundScene,
  standings: readonly Standing[],
  box: Size,
  unit: number,
  role: Placed['role'],
): readonly Placed[] {
  const crowd = scene.more > 0;
  const pictures = standings.some(({ draft }) => draft.picture);
  if (!crowd && pictures) return tiles(standings, box, unit, scene.counted, role);
  const columns = standings.length > 6 ? 2 : 1;
  return rows(standings, box, unit, { columns, tallest: unit * (columns === 1 ? 9 : 7), role });
}

function rows(
  standings: readonly Standing[],
  box: Size,
  unit: number,
  as: { readonly columns: number; readonly tallest: number; readonly role: Placed['role'] },
): readonly Placed[] {
  const aspect = Math.min(4 / 3, aspectOf(standings.map(({ draft }) => draft.picture)));
  const frames = standings.some(({ draft }) => draft.picture);
  const columnWidth = box.w / as.columns;
  const places = listOf(standings.length, box, {
    gap: unit * 1.1,
    aspect,
    frames,
    columns: as.columns,
    tallest: frames ? Math.min(as.tallest, (columnWidth * 0.4) / aspect) : as.tallest,
  });
  const most = unit * (as.role === 'back' ? 1.55 : as.columns === 1 ? 2.6 : 1.8);
  const type = Math.min(most, (places[0]?.h ?? 0) / 2.9);
  const roomy = (places[0]?.h ?? 0) > type * (2 * LINE + BAR);
  const wide = as.columns === 1 && as.role !== 'back';
  return pair(standings, places, { type, bar: type, lines: roomy && !wide ? 2 : 1, wide, role: as.role });
}

function moved(placed: Placed, x: number, y: number): Placed {
  return { ...placed, place: { ...placed.place, x: placed.place.x + x, y: placed.place.y + y } };
}
