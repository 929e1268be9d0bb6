/** Where the drafts lie on the stage. Pixels; pure, so that a test can check every number of drafts. */
export interface Size {
  readonly w: number;
  readonly h: number;
}

export interface Place extends Size {
  readonly x: number;
  readonly y: number;
  /** The picture's part of the place: above the words in a `tile`, left of them in a `row`. */
  readonly frame: Size;
  readonly form: 'tile' | 'row';
}

export interface Look {
  readonly gap: number;
  /** Height of the words and the bar beneath a picture. */
  readonly caption: number;
  /** Width that the words need beneath a narrow picture. */
  readonly narrowest: number;
  /** Width by height of the pictures, see `aspectOf`. */
  readonly aspect: number;
}

/** A frame may be this much wider or narrower than the pictures before they get a mat. */
const STRETCH = 1.15;

/** The measure of everything on the stage: one hundredth of a 16:9 picture's width; upright screens get more of it. */
export function unitOf({ w, h }: Size): number {
  return Math.max(8, w < h ? Math.min(w / 64, h / 100) : Math.min(w / 100, h / 56.25));
}

/** Tiles as a grid: the number of columns whose pictures are largest wins. */
export function gridOf(n: number, box: Size, look: Look): readonly Place[] {
  let best: { columns: number; tile: Size; frame: Size } | null = null;
  for (let columns = 1; columns <= n; columns++) {
    const rows = Math.ceil(n / columns);
    const cell = {
      w: (box.w - look.gap * (columns - 1)) / columns,
      h: (box.h - look.gap * (rows - 1)) / rows,
    };
    const room = { w: cell.w, h: cell.h - look.caption };
    if (room.w <= 0 || room.h <= 0) continue;
    const picture = fill(room, look.aspect);
    if (best && picture.w * picture.h <= best.frame.w * best.frame.h * 1.001) continue;
    const w = Math.min(cell.w, Math.max(picture.w, look.narrowest));
    best = { columns, tile: { w, h: picture.h + look.caption }, frame: { w, h: picture.h } };
  }
  if (!best) return [];
  return spread(n, best.columns, best.tile, box, look.gap).map((at) => ({
    ...at,
    frame: best.frame,
    form: 'tile',
  }));
}

/** Rows beneath each other in `columns`; `frames: false` where no draft has a picture. */
export function listOf(
  n: number,
  box: Size,
  look: Look & { readonly columns: number; readonly tallest: number; readonly frames: boolean },
): readonly Place[] {
  const columns = Math.min(look.columns, Math.max(1, n));
  const rows = Math.max(1, Math.ceil(n / columns));
  const w = (box.w - look.gap * 2 * (columns - 1)) / columns;
  const h = Math.min(look.tallest, (box.h - look.gap * (rows - 1)) / rows);
  const frame = look.frames ? { w: Math.min(h * look.aspect, w * 0.4), h } : { w: 0, h };
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

function fill(room: Size, aspect: number): Size {
  const shape = Math.min(aspect * STRETCH, Math.max(aspect / STRETCH, room.w / room.h));
  const w = Math.min(room.w, room.h * shape);
  return { w, h: w / shape };
}

/** Centres the rows, and the shorter last one, in the box. */
function spread(n: number, columns: number, tile: Size, box: Size, gap: number) {
  const rows = Math.ceil(n / columns);
  const top = (box.h - rows * tile.h - (rows - 1) * gap) / 2;
  return Array.from({ length: n }, (_, i) => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, n - row * columns);
    const left = (box.w - inRow * tile.w - (inRow - 1) * gap) / 2;
    return { x: left + (i % columns) * (tile.w + gap), y: top + row * (tile.h + gap), ...tile };
  });
}
