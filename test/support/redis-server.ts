import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { createClient } from 'redis';
import { temporaryFolder } from './temporary-folder.ts';

export interface RedisServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** As `kill -9`; what its files hold stays. */
  kill(): Promise<void>;
  /** On the same port, with what its files hold. */
  start(): Promise<void>;
  /** Ends it, and throws its files away. */
  empty(): Promise<void>;
  /** Throws all away that it holds, and goes on. */
  flush(): Promise<void>;
  /** Copies its files as they are now; `putBack` while it is ended. */
  keepFiles(): Promise<{ putBack(): Promise<void> }>;
  ask(...words: readonly string[]): Promise<void>;
  /** Stops answering without closing anything, and goes on. */
  freeze(): void;
  thaw(): void;
}

/** Path of a `redis-server` or `valkey-server` on the PATH, else `null`. */
export function findRedis(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = ['redis-server', 'valkey-server'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  return places.find(isRunnable) ?? null;
}

/** A Redis of its own with an append-only file, on a free port. */
export async function startRedis(...options: readonly string[]): Promise<RedisServer> {
  const binary = findRedis();
  if (binary === null) throw new Error('no Redis to start');
  const folder = await temporaryFolder();
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const always = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder.path, '--save', ''];
  let child: ChildProcess | null = null;

  const kill = async () => {
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    child = null;
  };
  const server: RedisServer = {
    url,
    port,
    kill,
    async start() {
      child = spawn(binary, [...always, '--appendonly', 'yes', ...options], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await saysReady(child);
      await ask(url, ['PING']);
    },
    async empty() {
      await kill();
      await rm(join(folder.path, 'appendonlydir'), { recursive: true, force: true });
    },
    flush: () => ask(url, ['FLUSHALL']),
    ask: (...words) => ask(url, words),
    async keepFiles() {
      const files = join(folder.path, 'appendonlydir');
      const kept = join(folder.path, 'kept');
      await cp(files, kept, { recursive: true });
      return {
        async putBack() {
          await rm(files, { recursive: true, force: true });
          await cp(kept, files, { recursive: true });
        },
      };
    },
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await kill();
      await folder[Symbol.asyncDispose]();
    },
  };
  await server.start();
  return server;
}

/** Resolves when Redis says so, and rejects if it ends instead. */
function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said = said.length > 10_000 ? said : said + chunk.toString();
      if (/ready to accept connections/i.test(said)) resolve();
    });
    child.once('exit', () => reject(new Error(`Redis ended: ${said}`)));
  });
}

async function ask(url: string, words: readonly string[]): Promise<void> {
  const client = createClient({ url });
  client.on('error', () => {});
  await client.connect();
  await client.sendCommand(words);
  client.destroy();
}

export async function freePort(): Promise<number> {
  for (;;) {
    await using own = await listenAt(0);
    // The bus of a cluster takes the port 10,000 further up: that must be free, too.
    if (!own || own.port >= 55_000) continue;
    await using bus = await listenAt(own.port + 10_000);
    if (bus) return own.port;
  }
}

/** `null`: somebody else listens there. */
async function listenAt(port: number): Promise<(AsyncDisposable & { readonly port: number }) | null> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return null;
  }
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
