import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { Picture } from '../../shared/entry.ts';
import { LIMITS } from '../../shared/limits.ts';
import { pictureNames, RENDITIONS } from './picture-names.ts';

export interface Rendered {
  readonly picture: Picture;
  /** By name, as the media store keeps them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

// One upload at a time is enough to keep warm for, and votes need the other cores.
sharp.cache(false);
sharp.concurrency(1);

const SECONDS = 30;
const [LARGE, SMALL] = RENDITIONS;
const BLUR = 16;

/**
 * A photo as people upload it → upright WebP renditions in sRGB without any metadata (camera, place, thumbnail).
 * `null`: not a JPEG, PNG or WebP, broken, or too many pixels. The name is made of the bytes of the large one.
 */
export async function render(upload: Uint8Array): Promise<Rendered | null> {
  const format = formatOf(upload);
  if (format === null) return null;
  try {
    const source = sharp(upload, { limitInputPixels: LIMITS.picturePixels, failOn: 'error' });
    const { format: found, isProgressive, width, height } = await source.metadata();
    if (found !== format) return null;
    // These are not read line by line: all of it lies in memory, at up to ten bytes a pixel.
    if (isProgressive && width * height > LIMITS.picturePixels / 2) return null;
    return await renderAll(source);
  } catch {
    // The library throws for whatever it cannot read: that is the uploader's business, not a fault of ours.
    return null;
  }
}

/** By the first bytes, because names and declared types lie, and the library itself would read SVG, GIF, TIFF, PDF … */
function formatOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  return head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP' ? 'webp' : null;
}

/** Decodes once; the smaller renditions are made from the pixels of the large one. */
async function renderAll(source: Sharp): Promise<Rendered> {
  const { data: pixels, info: size } = await source
    .autoOrient()
    .resize(LARGE, LARGE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = size;
  const again = (longest: number) =>
    sharp(pixels, { raw: { width, height, channels } }).resize(longest, longest, {
      fit: 'inside',
      withoutEnlargement: true,
    });
  const large = await again(LARGE).webp({ quality: 82 }).toBuffer();
  const small = await again(SMALL).webp({ quality: 78 }).toBuffer();
  const blur = await again(BLUR).webp({ quality: 40 }).toBuffer();
  const hash = createHash('sha256').update(large).digest('hex').slice(0, 32);
  const [largeName = '', smallName = ''] = pictureNames(hash);
  return {
    picture: { hash, width, height, blur: `data:image/webp;base64,${blur.toString('base64')}` },
    files: new Map([
      [largeName, large],
      [smallName, small],
    ]),
  };
}
