/** Where the drafts lie on the stage. Pixels; pure, so that a test can check every number of drafts. */
export interface Size {
  readonly w: number;
  readonly h: number;
}

export interface Place extends Size {
  readonly x: number;
  readonly y: number;
  /** The picture's part of the place: above the words in a `tile`, left of them in a `row` and `beside`. */
  readonly frame: Size;
  /**
   * `beside`: a bar across the whole place beneath picture and words. Without a picture: `plain`, a title above its
   * bar, and `poster`, a winner.
   */
  readonly form: 'tile' | 'beside' | 'row' | 'plain' | 'poster';
}

export interface Look {
  readonly gap: number;
  /** Height of the words and the bar beneath a picture. */
  readonly caption: number;
  /** Width that the words need beneath a narrow picture. */
  readonly narrowest: number;
  /** What lies around a picture whose words are beside it. */
  readonly beside: {
    /** Width of the words, with the space between them and the picture. */
    readonly words: number;
    /** The words fill at least this height. */
    readonly lowest: number;
    /** Height of the bar beneath both. */
    readonly bar: number;
  };
  /** At least so many columns. */
  readonly fewest?: number;
  /** Width by height of the pictures, see `aspectOf`. */
  readonly aspect: number;
}

/** A grid this wide is as wide as its box: its edges meet those of the question above it. */
const NEARLY = 0.75;
/** Its gaps may grow this much for that. */
const APART = 3;
/** So much height may stay free beneath a grid; what is left beyond that lies around it. */
const FREE = 0.25;

/** A frame may be this much wider or narrower than the pictures before they get a mat. */
const STRETCH = 1.15;

/** The measure of everything on the stage: one hundredth of a 16:9 picture's width; upright screens get more of it. */
export function unitOf({ w, h }: Size): number {
  return Math.max(8, w < h ? Math.min(w / 64, h / 100) : Math.min(w / 100, h / 56.25));
}

/** Tiles as a grid: the number of columns whose pictures are largest wins. */
export function gridOf(n: number, box: Size, look: Look, form: 'tile' | 'beside' = 'tile'): readonly Place[] {
  let best: { columns: number; tile: Size; frame: Size; area: number } | null = null;
  for (let columns = look.fewest ?? 1; columns <= n; columns++) {
    const rows = Math.ceil(n / columns);
    const cell = {
      w: (box.w - look.gap * (columns - 1)) / columns,
      h: (box.h - look.gap * (rows - 1)) / rows,
    };
    const { tile, frame } = form === 'tile' ? above(cell, look) : besideWords(cell, look);
    if (frame.w <= 0 || frame.h <= 0) continue;
    const area = pictureArea(frame, look.aspect);
    if (best && area <= best.area * 1.001) continue;
    best = { columns, tile, frame, area };
  }
  if (!best) return [];
  const { columns, tile, frame } = best;
  return spread(n, columns, tile, box, look.gap).map((at) => ({ ...at, frame, form }));
}

/** What a picture covers of its frame; the rest is mat. */
export function pictureArea(frame: Size, aspect: number): number {
  const { w, h } = fill(frame, aspect);
  return w * h;
}

/** From the top, as a text lies on its page, unless very much would stay free beneath. */
export function topOf(height: number, box: Size): number {
  return Math.max(0, box.h - height - box.h * FREE) / 2;
}

/** Rows beneath each other in `columns`. */
export function listOf(
  n: number,
  box: Size,
  look: Pick<Look, 'gap' | 'aspect'> & {
    readonly columns: number;
    readonly tallest: number;
  },
): readonly Place[] {
  const columns = Math.min(look.columns, Math.max(1, n));
  const rows = Math.max(1, Math.ceil(n / columns));
  const w = (box.w - look.gap * 2 * (columns - 1)) / columns;
  const h = Math.min(look.tallest, (box.h - look.gap * (rows - 1)) / rows);
  const frame = { w: Math.min(h * look.aspect, w * 0.4), h };
  return Array.from({ length: n }, (_, i) => ({
    x: Math.floor(i / rows) * (w + look.gap * 2),
    y: (i % rows) * (h + look.gap),
    w,
    h,
    frame,
    form: 'row',
  }));
}

/** One shape serves all pictures: that of the middle one, never narrower than 3:4 or wider than 16:9. */
export function aspectOf(
  pictures: readonly ({ readonly width: number; readonly height: number } | null)[],
): number {
  const ratios = pictures
    .flatMap((picture) => (picture ? [picture.width / picture.height] : []))
    .sort((a, b) => a - b);
  const upper = ratios[Math.floor(ratios.length / 2)] ?? 4 / 3;
  const lower = ratios[Math.floor((ratios.length - 1) / 2)] ?? upper;
  return Math.min(16 / 9, Math.max(0.75, Math.sqrt(lower * upper)));
}

/** A picture close to its frame's shape fills it; any other lies in it whole, on a mat. */
export function fitOf(
  picture: { readonly width: number; readonly height: number },
  frame: Size,
): 'cover' | 'contain' {
  const off = (picture.width / picture.height) * (frame.h / frame.w);
  return off > STRETCH * 1.1 || off < 1 / (STRETCH * 1.1) ? 'contain' : 'cover';
}

/** Words and bar beneath the picture. */
function above(cell: Size, look: Look): { tile: Size; frame: Size } {
  const picture = fill({ w: cell.w, h: cell.h - look.caption }, look.aspect);
  const w = Math.min(cell.w, Math.max(picture.w, look.narrowest));
  return { tile: { w, h: picture.h + look.caption }, frame: { w, h: picture.h } };
}

/** Only the bar beneath the picture; the words get all the width that it leaves. */
function besideWords(cell: Size, { beside, aspect }: Look): { tile: Size; frame: Size } {
  const frame = fill({ w: cell.w - beside.words, h: cell.h - beside.bar }, aspect);
  const tile = { w: cell.w, h: frame.h + beside.bar };
  return { tile, frame: frame.h < beside.lowest ? { w: 0, h: 0 } : frame };
}

function fill(room: Size, aspect: number): Size {
  if (room.w <= 0 || room.h <= 0) return { w: 0, h: 0 };
  const shape = Math.min(aspect * STRETCH, Math.max(aspect / STRETCH, room.w / room.h));
  const w = Math.min(room.w, room.h * shape);
  return { w, h: w / shape };
}

/** A narrow grid and a shorter last row lie in the middle. */
function spread(n: number, columns: number, tile: Size, box: Size, gap: number) {
  const width = columns * tile.w + (columns - 1) * gap;
  const nearly = width > box.w * NEARLY && columns > 1;
  const between = nearly ? Math.min(gap * APART, (box.w - columns * tile.w) / (columns - 1)) : gap;
  const widest = columns * tile.w + (columns - 1) * between;
  const start = nearly ? 0 : (box.w - widest) / 2;
  const rows = Math.ceil(n / columns);
  const top = topOf(rows * (tile.h + gap) - gap, box);
  return Array.from({ length: n }, (_, i) => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, n - row * columns);
    const left = start + (widest - inRow * tile.w - (inRow - 1) * between) / 2;
    return { x: left + (i % columns) * (tile.w + between), y: top + row * (tile.h + gap), ...tile };
  });
}
