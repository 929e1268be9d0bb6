import express, { type Express } from 'express';
import type { MakerAccess } from '../access/maker.ts';
import type { Participants } from '../access/participants.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { MediaStore } from '../store/media.ts';
import type { Store } from '../store/store.ts';
import type { ClientAssets } from './assets.ts';
import { codeApi } from './codes.ts';
import { exportApi, exportSchemaPage } from './export.ts';
import { faults, nothingThere } from './faults.ts';
import { health } from './health.ts';
import { makerApi } from './maker-api.ts';
import { mediaFiles } from './media.ts';
import { pages } from './pages.ts';
import { pictureApi } from './pictures.ts';
import { securityHeaders } from './security.ts';

export interface WebParts {
  readonly rooms: Rooms;
  readonly store: Store;
  readonly media: MediaStore;
  readonly clock: Clock;
  readonly participants: Participants;
  readonly makers: MakerAccess;
  readonly log: Log;
  readonly client: ClientAssets;
  readonly config: WebConfig;
}

export interface WebConfig {
  /** Address phones use, without a trailing slash; known once the server listens. */
  publicUrl(): string;
  readonly demo: boolean;
  readonly version: string;
  /** The server stands behind one proxy that sets X-Forwarded-For and -Proto. */
  readonly trustProxy: boolean;
}

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
