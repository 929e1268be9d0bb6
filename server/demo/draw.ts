import sharp from 'sharp';
import type { Picture } from '../../shared/entry.ts';
import type { MediaStore } from '../store/media.ts';
import { render } from '../web/renditions.ts';
import { type PictureName, pictures } from './pictures/pictures.ts';

/** Draws into a media store, the way an uploaded photo gets there. */
export function drawInto(media: MediaStore): (name: PictureName) => Promise<Picture | null> {
  return async (name) => {
    const drawn = await sharp(Buffer.from(pictures[name]())).png({ compressionLevel: 1 }).toBuffer();
    const rendered = await render(drawn);
    if (rendered === null) return null;
    for (const [file, bytes] of rendered.files) await media.put(file, bytes);
    return rendered.picture;
  };
}
