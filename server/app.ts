import { createServer, type Server as HttpServer } from 'node:http';
import { MakerAccess } from './access/maker.ts';
import { Newcomers } from './access/newcomers.ts';
import { Participants } from './access/participants.ts';
import { ALONE, type Peers } from './live/peers.ts';
import { Rooms } from './live/rooms.ts';
import { sweep } from './live/sweeper.ts';
import { insured, MemoryLimits } from './store/memory-limits.ts';
import { Loudspeaker, type MitwerkServer } from './net/loudspeaker.ts';
import { createSockets, hearSockets } from './net/sockets.ts';
import { calmLog } from './ops/calm-log.ts';
import { type Clock, every } from './ops/clock.ts';
import { Counters } from './ops/counters.ts';
import type { Ids } from './ops/ids.ts';
import type { Log } from './ops/log.ts';
import type { LoopLoad } from './ops/loop-load.ts';
import type { Metrics } from './ops/metrics.ts';
import type { Limits } from './store/limits.ts';
import type { MediaStore } from './store/media.ts';
import type { Store } from './store/store.ts';
import type { ClientAssets } from './web/assets.ts';
import { metricsPage } from './web/metrics.ts';
import type { WebConfig } from './web/parts.ts';
import { Readiness } from './web/readiness.ts';
import { createWeb } from './web/web.ts';

export interface AppParts {
  readonly store: Store;
  readonly media: MediaStore;
  /** Of all nodes together; left out: there is one. */
  readonly limits?: Limits;
  /** Other processes that write to the same store; left out: there is none. */
  readonly peers?: Peers;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly config: WebConfig;
  /** How busy this process is; left out: with nothing but what it is asked. */
  readonly loop?: LoopLoad;
  /** Who may read the figures on the port of the pages: whoever names the token. Absent: nobody keeps figures. */
  readonly metrics?: { readonly token: string | null };
  /** Gets the HTTP server, because hot reload shares its port. */
  readonly client: (http: HttpServer) => Promise<ClientAssets>;
}

export interface App extends AsyncDisposable {
  readonly http: HttpServer;
  readonly io: MitwerkServer;
  readonly rooms: Rooms;
  readonly makers: MakerAccess;
  readonly counters: Counters;
  readonly readiness: Readiness;
  readonly metrics: Metrics | null;
}

const SWEEP_MS = 60 * 60 * 1000;

/** How long open connections may linger once the server stops. */
const GOODBYE_MS = 3_000;

/** Everything but listening and signals; tests use the same function. The store stays the caller's to close. */
export async function createApp(parts: AppParts): Promise<App> {
  const { store, media, clock, ids, config } = parts;
  const log = calmLog(parts.log, clock);
  const key = await store.signingKey(ids.secret);
  const participants = new Participants(key, ids);
  const own = new MemoryLimits(clock);
  const limits = parts.limits ? insured(parts.limits, own) : own;
  // One limit for pages and sockets: whoever is turned away by one does not get in by the other.
  const newcomers = new Newcomers({ ...config, limits, key });
  const makers = new MakerAccess({ store, clock, ids });

  const http = createServer();
  const counters = new Counters();
  const edge = { store, media, clock, ids, log, participants, newcomers, limits, makers, counters, config };
  const io = createSockets(edge);
  const speaker = new Loudspeaker(io, counters, parts.loop);
  const rooms = new Rooms({ store, clock, ids, log, speaker, counters, peers: parts.peers ?? ALONE });
  const stopGuards = hearSockets(io, { ...edge, rooms, speaker });
  const readiness = new Readiness(store);
  const metrics = parts.metrics ? await keepFigures() : null;
  const client = await parts.client(http);
  const page = metrics && parts.metrics?.token ? metricsPage(metrics, parts.metrics.token, log) : null;
  const pages = {
    ...parts,
    log,
    rooms,
    participants,
    newcomers,
    limits,
    makers,
    client,
    readiness,
    metrics: page,
  };
  http.on('request', createWeb(pages));
  // Last, because it stands before the listeners it finds: two answers to one request would end the process.
  io.attach(http);
  await rooms.wake();
  const stopSweeping = every(clock, SWEEP_MS, () => {
    sweep({ ...parts, rooms }).catch((error: unknown) =>
      log.error({ error }, 'what has ended could not be removed'),
    );
    // [N8] Of a node that has died there may be rounds whose end nobody else waits for.
    rooms.wake().catch((error: unknown) => log.error({ error }, 'open rounds could not be looked for'));
  });

  async function keepFigures(): Promise<Metrics> {
    // A server that nobody watches saves the library.
    const { createMetrics } = await import('./ops/metrics.ts');
    return createMetrics({
      counters,
      version: config.version,
      sockets: () => io.engine.clientsCount,
      isReady: async () => (await readiness.lacks()) === null,
    });
  }

  return {
    http,
    io,
    rooms,
    makers,
    counters,
    readiness,
    metrics,
    async [Symbol.asyncDispose]() {
      readiness.stop();
      metrics?.[Symbol.dispose]();
      stopGuards();
      stopSweeping();
      await closeServers(http, io);
      await rooms[Symbol.asyncDispose]();
      await client[Symbol.asyncDispose]();
    },
  };
}

/** Phones must try to come back, so their connections are closed, not told to stay away. */
async function closeServers(http: HttpServer, io: MitwerkServer): Promise<void> {
  // `close` alone waits for keep-alive connections that have nothing to say any more.
  const sweep = setInterval(() => http.closeIdleConnections(), 100);
  const giveUp = setTimeout(() => http.closeAllConnections(), GOODBYE_MS);
  await io.close();
  clearInterval(sweep);
  clearTimeout(giveUp);
}
