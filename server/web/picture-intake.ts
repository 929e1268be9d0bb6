import type { Request, Response } from 'express';
import { accepted } from '../../shared/ack.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { MediaStore } from '../store/media.ts';
import { answer, refuse } from './answers.ts';
import type { Queue } from './queue.ts';
import { readCapped } from './read-capped.ts';

/** Uploads read at the same time, of makers and of participants: each holds at most 25 MB. */
export const UPLOADS_AT_ONCE = { makers: 16, participants: 8 } as const;

/** Takes the bytes of a request as a picture. Makers have one and participants another: who stalls there keeps no maker waiting. */
export type PictureIntake = (request: Request, response: Response) => Promise<void>;

/** Answers the picture, kept in all its renditions. */
export function pictureIntake(media: MediaStore, rendering: Queue, atOnce: number): PictureIntake {
  let uploads = 0;
  return async (request, response) => {
    if (uploads >= atOnce) return refuse(response, 'too_fast');
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
  };
}
