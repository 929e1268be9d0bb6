import express, { type Express } from 'express';
import { codeApi } from './codes.ts';
import { exportApi, exportSchemaPage } from './export.ts';
import { faults, nothingThere } from './faults.ts';
import { health } from './health.ts';
import { makerApi } from './maker-api.ts';
import { mediaFiles } from './media.ts';
import { pages } from './pages.ts';
import type { WebParts } from './parts.ts';
import { pictureApi } from './pictures.ts';
import { securityHeaders } from './security.ts';

/** Everything that is asked over HTTP. */
export function createWeb(parts: WebParts): Express {
  const web = express();
  web.set('trust proxy', parts.config.trustProxy ? 1 : false);
  web.set('etag', false);
  web.use(securityHeaders(parts.client.inlineStyles));
  web.get('/healthz', health(parts));
  web.use('/api/maker', makerApi(parts));
  web.use('/api/code', codeApi(parts));
  web.use('/api/pictures', pictureApi(parts));
  web.use('/api/boards', exportApi(parts));
  web.get('/api/schema/export.json', exportSchemaPage);
  web.use('/api', nothingThere);
  web.use('/media', mediaFiles(parts.media));
  web.use(parts.client.serve);
  web.use(pages(parts));
  web.use(nothingThere);
  web.use(faults(parts.log));
  return web;
}
