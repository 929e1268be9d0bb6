import { aspectOf, gridOf, type Look, pictureArea, type Place, type Size, topOf } from './grid.ts';
import { ABOVE_TITLE, BAR, LINE, MARK, narrowBar, pair, type Placed, widest } from './placed.ts';
import type { Standing } from '../scene.ts';
import { letters, linesOf, longestWord } from './title-lines.ts';

/** Sizes of the title to choose from: the largest that costs the pictures next to nothing. */
const TYPES = { winner: [3.3], few: [2.6, 2.3, 2.1], some: [2.3, 2, 1.8, 1.6], many: [1.75, 1.5] };

/** Beside a picture there are more lines for smaller letters, and a picture alone has large ones. */
const MORE_TYPES = { winner: [], one: [3.3, 2.9], few: [1.9], some: [], many: [1.3] };

/** Sizes for the words beneath a row of pictures that leaves room for them. */
const LARGE = [3, 2.7];

/** Beside a picture, in letters: the space between, the votes, the fewest lines of a title, the row of its letter. */
const BETWEEN = 0.8;
const VOTES = 3.1;
const FEWEST = 2;
const LETTER = LINE;

/** Pictures as large as they get, words beneath or beside them. */
interface Fit {
  readonly places: readonly Place[];
  readonly type: number;
  readonly bar: number;
  readonly lines: number;
  readonly wide: boolean;
}

export function tiles(
  standings: readonly Standing[],
  box: Size,
  unit: number,
  counted: boolean,
  role: Placed['role'],
): readonly Placed[] {
  const n = standings.length;
  const titles = standings.map(({ draft }) => draft.title);
  const aspect = aspectOf(standings.map(({ draft }) => draft.picture));
  const bar = counted ? BAR : 0;
  /** Three winners stand in one row, none beneath the others. */
  const row = role === 'winner' && n === 3 && box.w > box.h;
  // One monster of a word may break; it shall not cost all pictures their size.
  const longest = Math.min(7.5, longestWord(titles));
  const kind = typesFor(n, role);
  const more = MORE_TYPES[n === 1 ? 'one' : kind];
  const types = TYPES[kind].map((size) => unit * size);
  const besideTypes = [...TYPES[kind], ...more].sort((a, b) => b - a).map((size) => unit * size);

  const beneath = best(types.map(tileFit), [
    (fit) => fit.wide && unbroken(fit),
    ({ wide }) => wide,
    unbroken,
  ]);
  const beside =
    role === 'winner' && (n === 1 || row) ? undefined : best(besideTypes.map(besideFit), [whole]);
  const fit = beside && areaIn(beside) > areaIn(beneath) ? beside : beneath && roomier(beneath);
  return fit ? pair(standings, fit.places, { ...fit, role }) : [];

  function tileFit(type: number): Fit {
    const withLines = (lines: number) =>
      gridOf(n, box, lookOf(type, type * (ABOVE_TITLE + LINE * lines + bar)));
    const oneLine = withLines(1);
    const width = oneLine[0]?.w ?? 0;
    // Two lines where half of the titles would not fit into one.
    const long = titles.filter((title) => title.length > letters(width / type) - 2.5).length;
    const lines = long > 0 && long >= n / 2 ? 2 : 1;
    const places = lines === 1 ? oneLine : withLines(lines);
    return { places, type, bar: type, lines, wide: type <= widest(places[0]?.w ?? 0, standings) };
  }

  function besideFit(type: number): Fit {
    const places = gridOf(n, box, lookOf(type, 0), 'beside');
    const height = (places[0]?.frame.h ?? 0) / type - LETTER - (counted ? VOTES : 0);
    return { places, type, bar: type, lines: Math.max(1, Math.floor(height / LINE + 0.1)), wide: true };
  }

  function lookOf(type: number, caption: number): Look {
    return {
      gap: unit * (n <= 6 ? 2.4 : 1.8),
      caption,
      narrowest: type * 7,
      fewest: row ? n : 1,
      aspect,
      beside: {
        words: type * (BETWEEN + Math.max(4.8, longest)),
        lowest: type * (LETTER + LINE * FEWEST + (counted ? VOTES : 0)),
        bar: type * bar,
      },
    };
  }

  /** No title is cut off beside its picture. */
  function whole({ places, type, lines }: Fit): boolean {
    const width = ((places[0]?.w ?? 0) - (places[0]?.frame.w ?? 0)) / type - BETWEEN;
    return titles.every((title) => linesOf(title, width) <= lines);
  }

  /** No word is broken beneath its picture, and the votes in words fit into the bar. */
  function unbroken({ places, type }: Fit): boolean {
    const width = (places[0]?.w ?? 0) / type;
    return width - MARK >= longest && width >= narrowBar(standings);
  }

  /** One row of pictures as wide as they can be: the height they leave goes to the words. */
  function roomier(fit: Fit): Fit {
    const [first] = fit.places;
    if (!first || fit.places.some(({ y }) => y > first.y)) return fit;
    const most = fit.wide ? widest(first.w, standings) : Math.min(fit.bar, first.w / narrowBar(standings));
    for (const type of [...LARGE.map((size) => unit * size), fit.type].filter((size) => size >= fit.type)) {
      const width = first.w / type - MARK;
      const lines = Math.max(...titles.map((title) => linesOf(title, width)));
      const large = Math.min(type, most);
      const h = first.frame.h + type * (ABOVE_TITLE + LINE * lines) + large * bar;
      if (lines > 3 || h > box.h || longest > width) continue;
      const y = topOf(h, box);
      return { ...fit, places: fit.places.map((place) => ({ ...place, y, h })), type, bar: large, lines };
    }
    return fit;
  }

  function areaIn(fit: Fit | undefined): number {
    const frame = fit?.places[0]?.frame;
    return frame ? pictureArea(frame, aspect) : 0;
  }

  /** The largest letters among those whose pictures are nearly as large as can be, as well set as possible. */
  function best(fits: readonly Fit[], wellSet: readonly ((fit: Fit) => boolean)[]): Fit | undefined {
    const largest = Math.max(...fits.map(areaIn));
    const near = fits.filter((fit) => areaIn(fit) > 0 && areaIn(fit) >= largest * 0.93);
    const good = near.filter((fit) => areaIn(fit) >= areaIn(near[0]) * 0.999);
    for (const isWell of wellSet) {
      const found = good.find(isWell);
      if (found) return found;
    }
    return good.at(-1);
  }
}

function typesFor(n: number, role: Placed['role']): keyof typeof TYPES {
  if (role === 'winner' && n === 1) return 'winner';
  return n <= 4 ? 'few' : n <= 6 ? 'some' : 'many';
}
