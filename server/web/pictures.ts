import { Router } from 'express';
import { accepted } from '../../shared/ack.ts';
import { LIMITS } from '../../shared/limits.ts';
import { answer, refuse } from './answers.ts';
import { fromOwnPage, makerOnly, paced } from './gates.ts';
import { Queue } from './queue.ts';
import { readCapped } from './read-capped.ts';
import type { WebParts } from './parts.ts';

/** Uploads read at the same time: each holds at most 25 MB. */
const UPLOADS_AT_ONCE = 16;

/** `PUT /api/pictures` with the bytes of the file as body → the picture, kept in all its renditions. */
export function pictureApi({ makers, media, config }: Pick<WebParts, 'makers' | 'media' | 'config'>): Router {
  // One at a time: decoding takes all cores and much memory, and votes go first.
  const rendering = new Queue(1, UPLOADS_AT_ONCE);
  let uploads = 0;
  return Router().put(
    '/',
    fromOwnPage(config.publicUrl),
    makerOnly(makers),
    paced(300, 60),
    async (request, response) => {
      if (uploads >= UPLOADS_AT_ONCE) return refuse(response, 'too_fast');
      uploads += 1;
      try {
        const upload = await readCapped(request, LIMITS.pictureBytes);
        if (upload === 'cut') return;
        if (upload === 'too-large') {
          response.set('Connection', 'close');
          return refuse(response, 'picture_too_large');
        }
        // The library is loaded with the first picture: a server that only counts votes saves its 20 MB.
        const { render } = await import('./renditions.ts');
        const rendered = await rendering.run(() => render(upload));
        if (rendered === 'full') return refuse(response, 'too_fast');
        if (rendered === null) return refuse(response, 'picture_not_readable');
        for (const [name, bytes] of rendered.files) await media.put(name, bytes);
        answer(response, accepted(rendered.picture));
      } finally {
        uploads -= 1;
      }
    },
  );
}
