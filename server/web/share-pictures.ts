import { type Request, Router } from 'express';
import { refuse } from './answers.ts';
import { paced } from './gates.ts';
import type { WebParts } from './parts.ts';
import type { Queue } from './queue.ts';
import { shareContent } from './share-content.ts';

/** Pictures kept in memory, at some 100 KB each. */
const KEPT = 16;

/** `GET /b/:slug/ergebnis.jpg`: what a chat shows of the decision. Of a board without one: its title and question. */
export function sharePictures({ rooms, media }: Pick<WebParts, 'rooms' | 'media'>, rendering: Queue): Router {
  /** By what they show, the one asked for last at the end. */
  const kept = new Map<string, Promise<Buffer | 'full'>>();

  return Router().get(
    '/b/:slug/ergebnis.jpg',
    paced(120, 60),
    async (request: Request<{ slug: string }>, response, next) => {
      const room = await rooms.find({ slug: request.params.slug });
      if (room === null) return next();
      const content = shareContent(room.view('follower'));
      const key = JSON.stringify(content);
      // Drawing takes a blink of all attention: nobody waits for it twice, also not at the same time.
      const drawing = kept.get(key) ?? rendering.run(async () => (await load()).renderShare(content, media));
      kept.delete(key);
      kept.set(key, drawing);
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
      const drawn = await drawing.catch((error: unknown) => {
        kept.delete(key);
        throw error;
      });
      if (drawn === 'full') {
        kept.delete(key);
        return refuse(response, 'too_fast');
      }
      response.type('jpg').set('Cache-Control', 'public, max-age=300').send(drawn);
    },
  );
}

/** The two libraries come with the first picture. */
function load() {
  return import('./share-render.ts');
}
