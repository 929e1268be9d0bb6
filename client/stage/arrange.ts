import { aspectOf, gridOf, listOf, type Place, type Size } from './layout.ts';
import { byPlace, type RoundScene, type Standing } from './scene.ts';

/** One draft at its place. `back`: it stepped back at the reveal. */
export interface Placed {
  readonly standing: Standing;
  readonly place: Place;
  /** Pixels of a letter in its title; everything beneath the picture is measured in it. */
  readonly type: number;
  /** Lines kept free for the title, so that all bars of a row lie on one line. */
  readonly lines: number;
  /** Room for the percentage beside the votes. */
  readonly wide: boolean;
  readonly role: 'even' | 'winner' | 'back';
}

export interface Arrangement {
  readonly placed: readonly Placed[];
  /** Drafts that found no place. */
  readonly more: number;
}

/** At the reveal at most this many drafts lie beside the winner. */
const BESIDE = 7;

/** Sizes of the title to choose from: the largest that costs the pictures next to nothing. */
const TYPES = { winner: [3.3], few: [2.6, 2.3, 2.1], some: [2.3, 2, 1.8], many: [1.75, 1.5] };

/** Heights beneath a picture in letters of the title; stage.css draws exactly these. */
const LINE = 1.15;
const BAR = 1.65;
const ABOVE_TITLE = 0.35;

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

function tiles(
  standings: readonly Standing[],
  box: Size,
  unit: number,
  counted: boolean,
  role: Placed['role'],
): readonly Placed[] {
  const n = standings.length;
  const aspect = aspectOf(standings.map(({ draft }) => draft.picture));
  const tries = TYPES[typesFor(n, role)].map((size) => {
    const type = unit * size;
    const withLines = (lines: number) =>
      gridOf(n, box, {
        gap: unit * (n <= 6 ? 2.4 : 1.8),
        caption: type * (ABOVE_TITLE + LINE * lines + (counted ? BAR : 0)),
        narrowest: type * 7,
        aspect,
      });
    const oneLine = withLines(1);
    const lines = linesFor(standings, oneLine[0]?.w ?? 0, type);
    return { type, lines, places: lines === 1 ? oneLine : withLines(lines) };
  });
  const largest = Math.max(...tries.map(pictureArea));
  const good = tries.filter((tried) => pictureArea(tried) >= largest * 0.93);
  const fit = good.find(isWide) ?? good[0];
  if (!fit) return [];
  return pair(standings, fit.places, { type: fit.type, lines: fit.lines, wide: isWide(fit), role });

  /** Votes in words and the percentage fit beside each other. */
  function isWide({ places, type }: { places: readonly Place[]; type: number }): boolean {
    // Three digits at least, so that the hundredth vote moves nothing.
    const digits = String(Math.max(100, ...standings.map(({ votes }) => votes))).length;
    return (places[0]?.w ?? 0) > type * (7.8 + 0.55 * digits);
  }
}

function typesFor(n: number, role: Placed['role']): keyof typeof TYPES {
  if (role === 'winner' && n === 1) return 'winner';
  return n <= 4 ? 'few' : n <= 6 ? 'some' : 'many';
}

function pictureArea({ places }: { readonly places: readonly Place[] }): number {
  const frame = places[0]?.frame;
  return frame ? frame.w * frame.h : 0;
}

/** Two lines where half of the titles would not fit into one. */
function linesFor(standings: readonly Standing[], width: number, type: number): number {
  const letters = width / (type * 0.5) - 2.5;
  const long = standings.filter(({ draft }) => draft.title.length > letters).length;
  return long > 0 && long >= standings.length / 2 ? 2 : 1;
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
    caption: 0,
    narrowest: 0,
    aspect,
    frames,
    columns: as.columns,
    tallest: frames ? Math.min(as.tallest, (columnWidth * 0.4) / aspect) : as.tallest,
  });
  const most = unit * (as.role === 'back' ? 1.55 : as.columns === 1 ? 2.6 : 1.8);
  const type = Math.min(most, (places[0]?.h ?? 0) / 2.9);
  const roomy = (places[0]?.h ?? 0) > type * (2 * LINE + BAR);
  const wide = as.columns === 1 && as.role !== 'back';
  return pair(standings, places, { type, lines: roomy && !wide ? 2 : 1, wide, role: as.role });
}

function pair(
  standings: readonly Standing[],
  places: readonly Place[],
  as: Pick<Placed, 'type' | 'lines' | 'wide' | 'role'>,
): readonly Placed[] {
  return places.flatMap((place, i) => {
    const standing = standings[i];
    return standing ? [{ standing, place, ...as }] : [];
  });
}

function moved(placed: Placed, x: number, y: number): Placed {
  return { ...placed, place: { ...placed.place, x: placed.place.x + x, y: placed.place.y + y } };
}
