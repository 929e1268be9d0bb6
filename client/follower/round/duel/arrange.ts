import type { Picture } from '../../../../shared/entry.ts';

/** Pixels that the words under a picture need, in a narrow card and in a wide one. */
const WORDS = { side: 76, stacked: 50 };
const GAP = 12;

/**
 * Two cards in a window of this size: do their pictures get larger above each other or side by side? Decided by all
 * pictures of the round, so that it stays the same from pair to pair.
 */
export function isStacked(pictures: readonly Picture[], width: number, height: number): boolean {
  if (pictures.length === 0) return width < 640;
  const side = { width: (width - GAP) / 2, height: height - WORDS.side };
  const stacked = { width, height: (height - GAP) / 2 - WORDS.stacked };
  const shown = (place: typeof side) => pictures.reduce((sum, picture) => sum + areaIn(picture, place), 0);
  return shown(stacked) > shown(side);
}

/** Pixels that a picture covers when all of it is shown. */
function areaIn(picture: Picture, place: { width: number; height: number }): number {
  const scale = Math.max(0, Math.min(place.width / picture.width, place.height / picture.height));
  return picture.width * picture.height * scale * scale;
}
