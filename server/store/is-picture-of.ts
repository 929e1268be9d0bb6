import { createHash } from 'node:crypto';
import type { Picture } from '../../shared/entry.ts';
import type { MediaStore } from './media.ts';

/** The picture is kept here, and is what it says of itself. */
export async function isKept(picture: Picture, media: Pick<MediaStore, 'read'>): Promise<boolean> {
  const bytes = await media.read(`${picture.hash}-1600.webp`);
  return bytes !== null && isPictureOf(picture, 1600, bytes);
}

/** These bytes are the picture's rendition of this size: a WebP of that many pixels; of the large one the name is the hash. */
export async function isPictureOf(picture: Picture, size: 480 | 1600, bytes: Uint8Array): Promise<boolean> {
  if (size === 1600 && !hashOf(bytes).startsWith(picture.hash)) return false;
  // The library is loaded with the first picture, as for uploads.
  const { default: sharp } = await import('sharp');
  const found = await sharp(bytes)
    .metadata()
    .catch(() => null);
  if (found?.format !== 'webp') return false;
  const shrunk = Math.min(1, size / Math.max(picture.width, picture.height));
  return isNear(found.width, picture.width * shrunk) && isNear(found.height, picture.height * shrunk);
}

/** Sides are rounded. */
function isNear(side: number, wanted: number): boolean {
  return Math.abs(side - wanted) < 1.01;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
