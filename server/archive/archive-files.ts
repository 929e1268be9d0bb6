/** Names of what stands in an archive. Whatever has another name makes it unreadable: nothing is unpacked by a path. */
export const BOARD_FILE = 'board.json';
export const REPORT_FILE = 'board.md';
/** Longer sides of the pictures, in pixels. */
export const SIZES = [480, 1600] as const;

/** `place` counts from 1. */
export function tableFile(place: number): string {
  return `runde-${place}.csv`;
}

export function pictureFile(name: string): string {
  return `bilder/${name}`;
}

/** A rendition's name in the media store. */
export function renditionName(hash: string, size: (typeof SIZES)[number]): string {
  return `${hash}-${size}.webp`;
}

/** Most bytes of a file of this name, unpacked; `null`: no archive has such a file. */
export function mostBytes(name: string): number | null {
  if (name === BOARD_FILE) return 64 * MB;
  if (name === REPORT_FILE || /^runde-\d{1,3}\.csv$/.test(name)) return 16 * MB;
  return /^bilder\/[a-f0-9]{32,64}-(480|1600)\.webp$/.test(name) ? 4 * MB : null;
}

const MB = 1024 * 1024;
