import { type Request, Router } from 'express';
import { accepted } from '../../shared/ack.ts';
import { JOIN_CODE_ALPHABET, JOIN_CODE_LENGTH } from '../../shared/limits.ts';
import { answer, refuse } from './answers.ts';
import { paced } from './gates.ts';
import type { WebParts } from './parts.ts';

const CODE = new RegExp(`^[${JOIN_CODE_ALPHABET}]{${JOIN_CODE_LENGTH}}$`);

/** `GET /api/code/K7P-X2M` → the slug of that board. Paced for a full hall behind one address, not for guessing. */
export function codeApi({ rooms }: Pick<WebParts, 'rooms'>): Router {
  return Router().get('/:code', paced(300, 60), async (request: Request<{ code: string }>, response) => {
    const joinCode = request.params.code.replaceAll(/[\s-]/g, '').toUpperCase();
    const room = CODE.test(joinCode) ? await rooms.find({ joinCode }) : null;
    if (room === null) return refuse(response, 'not_found');
    answer(response, accepted({ slug: room.board.slug }));
  });
}
