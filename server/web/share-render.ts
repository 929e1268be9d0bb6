import sharp from 'sharp';
import type { MediaStore } from '../store/media.ts';
import { pictureNames } from './picture-names.ts';
import { SHARE_SIZE, type ShareContent } from './share-content.ts';
import { drawShare, PHOTO_WIDTH } from './share-drawing.ts';
import { shareFonts } from './share-fonts.ts';

let fonts: ReturnType<typeof shareFonts> | null = null;

/** A JPEG of 1200 × 630, about 60 to 200 KB. */
export async function renderShare(content: ShareContent, media: MediaStore): Promise<Buffer> {
  fonts ??= shareFonts();
  const photos = await readPhotos(content.photos, media);
  const svg = await drawShare(content, photos.length > 0, await fonts);
  return sharp(Buffer.from(svg))
    .composite(await arrange(photos))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}

/** What is not there, or broken, is left out: the words say it all. */
async function readPhotos(hashes: readonly string[], media: MediaStore): Promise<Uint8Array[]> {
  const found = await Promise.all(hashes.map((hash) => media.read(pictureNames(hash)[0] ?? '')));
  return found.filter((bytes) => bytes !== null);
}

/** One below the other, all of one height. */
function arrange(photos: readonly Uint8Array[]) {
  const { height } = SHARE_SIZE;
  const edges = photos.map((_, index) => Math.round((index * height) / photos.length));
  return Promise.all(
    photos.map(async (photo, index) => {
      const top = edges[index] ?? 0;
      const size = { width: PHOTO_WIDTH, height: (edges[index + 1] ?? height) - top };
      return {
        input: await sharp(photo)
          .resize({ ...size, fit: 'cover' })
          .toBuffer(),
        left: 0,
        top,
      };
    }),
  );
}
