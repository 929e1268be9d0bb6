import { Router } from 'express';
import type { MediaStore } from '../store/media.ts';
import { isPictureName } from './picture-names.ts';
import { SharedBytes } from './shared-bytes.ts';

/** Renditions of pictures. The name is made of the content, so a browser asks once in its life. */
export function mediaFiles(media: MediaStore): Router {
  const shared = new SharedBytes((name) => media.read(name));
  return Router().get('/:name', async ({ params: { name } }, response) => {
    const bytes = isPictureName(name) ? await shared.get(name) : null;
    if (bytes === null) {
      response.status(404).type('txt').set('Cache-Control', 'no-store').send('404\n');
      return;
    }
    response.type('image/webp').set('Cache-Control', 'public, max-age=31536000, immutable').send(bytes);
  });
}
