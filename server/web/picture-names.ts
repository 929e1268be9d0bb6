/** Widths of the renditions, the longer side in pixels: for the stage and full view, and for cards. */
export const RENDITIONS = [1600, 480] as const;

/** Names of a picture's renditions in the media store and under `/media/`. */
export function pictureNames(hash: string): string[] {
  return RENDITIONS.map((size) => `${hash}-${size}.webp`);
}

export function isPictureName(name: string): boolean {
  return /^[a-f0-9]{32,64}-(1600|480)\.webp$/.test(name);
}
