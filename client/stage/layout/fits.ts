import type { Size } from './grid.ts';

/** A picture may lose this part of its height or width at its edges. */
const LOSS = 0.28;

/** Whether a picture may fill a frame of another shape. */
export function fits(picture: { readonly width: number; readonly height: number }, frame: Size): boolean {
  if (frame.w <= 0 || frame.h <= 0) return true;
  const off = (picture.width / picture.height) * (frame.h / frame.w);
  return Math.min(off, 1 / off) >= 1 - LOSS;
}
