import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, Router } from 'express';
import { accepted } from '../../shared/ack.ts';
import { packBoard } from '../archive/pack.ts';
import { restoreArchive } from '../archive/restore.ts';
import { ARCHIVE_BYTES } from '../archive/unpack.ts';
import { answer, refuse } from './answers.ts';
import { fromOwnPage, makerOnly, paced } from './gates.ts';
import type { WebParts } from './parts.ts';
import { Queue } from './queue.ts';
import { readCapped } from './read-capped.ts';
import { readableFiles } from './readable-files.ts';

type ArchiveParts = Pick<WebParts, 'store' | 'media' | 'makers' | 'config' | 'ids' | 'clock'>;

/** `/:boardId/archive.zip`: a whole board; `/restore`, with such a ZIP as body: the board, on this server. */
export function archiveApi({ store, media, makers, config, ids, clock }: ArchiveParts): Router {
  const own = makerOnly(makers);
  // An archive lies in memory while it is read: one, and one that waits.
  const restoring = new Queue(1, 1);

  return Router()
    .get(
      '/:boardId/archive.zip',
      own,
      paced(30, 60),
      async (request: Request<{ boardId: string }>, response) => {
        const whole = await store.readWhole(request.params.boardId);
        if (whole === null) return refuse(response, 'not_found');
        // [X3] While ballots come in, an export is old before it has arrived.
        if (whole.board.rounds.some(({ status }) => status === 'open')) {
          return refuse(response, 'round_wrong_status');
        }
        response.attachment(`${whole.board.slug}.zip`).type('zip').set('Cache-Control', 'no-store');
        const key = await store.signingKey(ids.secret);
        const pieces = packBoard({ whole, key, media, readable: readableFiles });
        await pipeline(Readable.from(pieces), response).catch((fault: unknown) => {
          if (!hasLeft(fault)) throw fault;
        });
      },
    )
    .post('/restore', fromOwnPage(config.publicUrl), own, paced(30, 60), async (request, response) => {
      const restored = await restoring.run(async () => {
        const zip = await readCapped(request, ARCHIVE_BYTES);
        return typeof zip === 'string' ? zip : restoreArchive(zip, { store, media, now: clock.now() });
      });
      if (restored === 'cut') return;
      if (restored === 'full') return refuse(response, 'too_fast');
      if (restored === 'too-large') {
        response.set('Connection', 'close');
        return refuse(response, 'archive_not_readable');
      }
      if (!restored.ok) return refuse(response, restored.code);
      const { id: boardId, slug } = restored.board;
      answer(response, accepted({ boardId, slug }));
    });
}

/** Whoever asked has gone away in the middle. */
function hasLeft(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
