import express, { type Express } from 'express';
import { codeApi } from './codes.ts';
import { faults, nothingThere } from './faults.ts';
import { health } from './health.ts';
import { ideaPictureApi } from './idea-pictures.ts';
import { later } from './later.ts';
import { makerApi } from './maker-api.ts';
import { mediaFiles } from './media.ts';
import { pages } from './pages.ts';
import type { WebParts } from './parts.ts';
import { pictureIntake, UPLOADS_AT_ONCE } from './picture-intake.ts';
import { pictureApi } from './pictures.ts';
import { Queue } from './queue.ts';
import { securityHeaders } from './security.ts';
import { sharePictures } from './share-pictures.ts';

/** Everything that is asked over HTTP. */
export function createWeb(parts: WebParts): Express {
  const web = express();
  // One at a time: decoding and drawing take all cores and much memory, and votes go first.
  const { makers, participants } = UPLOADS_AT_ONCE;
  const rendering = new Queue(1, makers + participants);
  const take = (atOnce: number) => pictureIntake(parts.media, rendering, atOnce);
  web.set('trust proxy', parts.config.trustProxy ? 1 : false);
  web.set('etag', false);
  web.use(securityHeaders(parts.client.inlineStyles));
  web.use(health(parts));
  if (parts.metrics) web.get('/metrics', parts.metrics);
  web.use('/api/maker', makerApi(parts));
  web.use('/api/code', codeApi(parts));
  web.use('/api/pictures', pictureApi(parts, take(makers)));
  web.use('/api/boards', ideaPictureApi(parts, take(participants)));
  web.use(
    '/api/boards',
    later(async () => (await import('./export.ts')).exportApi(parts)),
  );
  web.use(
    '/api/boards',
    later(async () => (await import('./archive-api.ts')).archiveApi(parts)),
  );
  web.get(
    '/api/schema/export.json',
    later(async () => (await import('./schemas.ts')).exportSchemaPage),
  );
  web.get(
    '/api/schema/board.json',
    later(async () => (await import('./schemas.ts')).archiveSchemaPage),
  );
  web.use('/api', nothingThere);
  web.use('/media', mediaFiles(parts.media));
  web.use(parts.client.serve);
  web.use(sharePictures(parts, rendering));
  web.use(pages(parts));
  web.use(nothingThere);
  web.use(faults(parts.log));
  return web;
}
