import type { RequestListener } from 'node:http';
import type { MakerAccess } from '../access/maker.ts';
import type { Newcomers } from '../access/newcomers.ts';
import type { Participants } from '../access/participants.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Clock } from '../ops/clock.ts';
import type { Ids } from '../ops/ids.ts';
import type { Log } from '../ops/log.ts';
import type { Limits } from '../store/limits.ts';
import type { MediaStore } from '../store/media.ts';
import type { Store } from '../store/store.ts';
import type { ClientAssets } from './assets.ts';
import type { Readiness } from './readiness.ts';

/** What the HTTP edge is made of; each router takes the parts it needs. */
export interface WebParts {
  readonly rooms: Rooms;
  readonly store: Store;
  readonly media: MediaStore;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'secret'>;
  readonly participants: Participants;
  readonly newcomers: Newcomers;
  readonly limits: Limits;
  readonly makers: MakerAccess;
  readonly log: Log;
  readonly client: ClientAssets;
  readonly readiness: Readiness;
  /** `null`: not to be had here. */
  readonly metrics: RequestListener | null;
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
