#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { makerLink } from '../shared/maker-link.ts';
import { MakerAccess } from './access/maker.ts';
import { type App, createApp } from './app.ts';
import { faultText } from './cli/faults.ts';
import { tellFigures } from './cli/figures.ts';
import { isPortTaken, listen } from './cli/listen.ts';
import { openBrowser } from './cli/open-browser.ts';
import { outageText } from './cli/outage.ts';
import { type CliCommand, parseCli, type StartFlags } from './cli/parse.ts';
import { lastReachedAt, noteReachedAt, reachedAt } from './cli/reached-at.ts';
import { failed, type Report } from './cli/report.ts';
import { startedFolder } from './cli/started-folder.ts';
import { languageOfMachine, serverTexts } from './web/texts.ts';
import { welcome } from './cli/welcome.ts';
import { type Config, machineLocale, readConfig } from './config.ts';
import { lanAddresses } from './ops/addresses.ts';
import { systemClock } from './ops/clock.ts';
import type { Nodes } from './nodes/redis-nodes.ts';
import { randomIds } from './ops/ids.ts';
import { createLog } from './ops/log.ts';
import { MeasuredLoop } from './ops/loop-load.ts';
import { MediaFiles } from './store/media-files.ts';
import type { Limits } from './store/limits.ts';
import type { MediaStore } from './store/media.ts';
import { hostsOf, type RedisAddresses } from './store/redis-address.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { builtAssets } from './web/built-assets.ts';

const texts = serverTexts(languageOfMachine(machineLocale()));
const log = createLog(process.stderr, process.stderr.isTTY);
/** Bundled to `dist/server`, run from `server` in development: the package lies one or two folders up. */
const isBuilt = !import.meta.filename.endsWith('.ts');
const packageFolder = join(import.meta.dirname, isBuilt ? '../..' : '..');

try {
  await run(parseCli(process.argv.slice(2)));
} catch (fault) {
  const text = outageText(fault, texts);
  if (text === null) throw fault;
  process.stderr.write(text);
  process.exit(1);
}

/** What only one command needs is loaded with it: most starts are of a server. */
async function run(command: CliCommand): Promise<void> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(texts.help);
      break;
    case 'version':
      process.stdout.write(`${version()}\n`);
      break;
    case 'wrong':
      process.stderr.write(faultText(command.fault, texts));
      process.exitCode = 2;
      break;
    case 'start':
      await start(readConfig(command.flags), command.flags);
      break;
    case 'reset-maker': {
      const { resetMaker } = await import('./cli/reset-maker.ts');
      const config = readConfig(command);
      await using place = await openPlace(config);
      const { store } = place;
      const makers = new MakerAccess({ store, clock: systemClock, ids: randomIds });
      // Servers that share a Redis note nothing in folders.
      const noted = config.redis ? null : await lastReachedAt(config.folder);
      const reached = noted ?? reachedAt(config, config.port, null);
      const isGuessed = config.redis !== null && config.publicUrl === null;
      process.stdout.write(
        await resetMaker(makers, reached, { texts, coloured: process.stdout.isTTY, isGuessed }),
      );
      break;
    }
    case 'doctor': {
      const { doctor } = await import('./cli/doctor.ts');
      const config = readConfig(command);
      await using place = await openPlace(config);
      const { store, media } = place;
      const { node: nodeVersion } = process.versions;
      const redis = config.redis && hostsOf(config.redis);
      tell(
        await doctor({ store, media, lanAddresses: lanAddresses(), nodeVersion, redis, texts }),
        process.stdout,
      );
      break;
    }
    case 'export':
    case 'restore': {
      await using place = await openPlace(readConfig(command));
      const { store, media } = place;
      const parts = { store, media, texts };
      tell(
        command.kind === 'export'
          ? await (await import('./cli/export.ts')).exportBoard(command.slug, command.file, parts)
          : await (await import('./cli/restore.ts')).restoreBoard(command.file, parts),
      );
      break;
    }
    case 'backup': {
      const { backUp } = await import('./cli/backup.ts');
      const { folder, redis } = readConfig(command);
      if (redis) tell(failed(texts.redisBackUp));
      else tell(await backUp(startedFolder(folder), command.to, systemClock.now(), texts));
      break;
    }
  }
}

function tell({ text, fine }: Report, to = fine ? process.stdout : process.stderr): void {
  to.write(text);
  process.exitCode = fine ? 0 : 1;
}

/** Where everything is kept. */
interface Place extends AsyncDisposable {
  readonly store: Store;
  readonly media: MediaStore;
  readonly limits?: Limits;
  /** Joins the other servers there. */
  nodes?(): Promise<Nodes>;
}

/** Beside a server that may be running. */
function openPlace(config: Config): Promise<Place> {
  return config.redis ? inRedis(config.redis, config) : inFolder(startedFolder(config.folder), false);
}

async function inFolder(folder: string, lock: boolean): Promise<Place> {
  const store = await openSqliteStore(folder, { lock });
  const media = new MediaFiles(join(folder, 'media'));
  return { store, media, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}

async function inRedis(addresses: RedisAddresses, { redisPrefix: prefix }: Config): Promise<Place> {
  // A server that keeps everything in its folder saves the library.
  const { openRedis } = await import('./store/redis.ts');
  const stores = await openRedis(addresses, { log, prefix });
  return {
    ...stores,
    async nodes() {
      const { joinNodes } = await import('./nodes/redis-nodes.ts');
      return joinNodes(stores, { node: randomIds.id(), prefix, clock: systemClock });
    },
    [Symbol.asyncDispose]: () => stores.store[Symbol.asyncDispose](),
  };
}

async function start(config: Config, flags: StartFlags): Promise<void> {
  const place = config.redis ? await inRedis(config.redis, config) : await inFolder(config.folder, true);
  const { store, media, limits } = place;
  const nodes = await place.nodes?.();
  const [lan = null] = config.host === '127.0.0.1' || config.host === 'localhost' ? [] : lanAddresses();
  const app: App = await createApp({
    store,
    media,
    ...(limits && { limits }),
    ...(nodes && { peers: nodes.peers }),
    clock: systemClock,
    ids: randomIds,
    log,
    loop: new MeasuredLoop(),
    config: {
      publicUrl: () => config.publicUrl ?? `http://${lan ?? 'localhost'}:${portOf(app)}`,
      demo: flags.demo,
      version: version(),
      trustProxy: config.trustProxy,
    },
    ...(config.metrics && { metrics: config.metrics }),
    client: async (http) =>
      flags.dev
        ? (await import('./web/dev-assets.ts')).devAssets(join(packageFolder, 'client'), http)
        : builtAssets(join(packageFolder, 'dist/client')),
  });

  const port = await listen(app.http, config.host, config.port, config.portIsFixed).catch(
    (error: unknown) => {
      if (!isPortTaken(error)) throw error;
      process.stderr.write(`${texts.portRefused(config.port)}\n`);
      process.exit(1);
    },
  );
  if (config.port !== 0 && port !== config.port)
    process.stdout.write(`${texts.portTaken(config.port, port)}\n`);

  const figures = config.metrics && (await tellFigures(app.metrics, config.metrics, log));

  const demo = flags.demo
    ? await (
        await import('./demo/demo.ts')
      ).startDemo({ rooms: app.rooms, media, clock: systemClock, ids: randomIds, log })
    : null;
  // With Redis there may be no folder that can be written to.
  if (!config.redis) await noteReachedAt(config.folder, reachedAt(config, port, lan));
  const makerSecret = (await store.hasMaker()) ? null : await app.makers.newLink();
  // Before it says that it runs: whoever waits for that may end it at once.
  let stopping = false;
  const stop = async () => {
    // `npm start` hands Ctrl-C on, so that it comes twice.
    if (stopping) return;
    stopping = true;
    process.stdout.write(`\n${texts.stopping}\n`);
    app.readiness.stop();
    if (config.drainMs > 0)
      await new Promise((resolve) => systemClock.after(config.drainMs, () => resolve(null)));
    demo?.[Symbol.dispose]();
    figures?.close();
    await app[Symbol.asyncDispose]();
    nodes?.close();
    await place[Symbol.asyncDispose]();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const { publicUrl, folder } = config;
  process.stdout.write(
    welcome({
      texts,
      port,
      lanAddress: lan,
      publicUrl,
      folder,
      ...(config.redis && { redis: hostsOf(config.redis) }),
      makerSecret,
      coloured: process.stdout.isTTY,
    }),
  );
  if (flags.open) {
    const here = `http://localhost:${port}`;
    openBrowser(makerSecret === null ? `${here}/studio` : makerLink(here, makerSecret));
  }
}

function portOf(app: App): number {
  return (app.http.address() as AddressInfo | null)?.port ?? 0;
}

function version(): string {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}
