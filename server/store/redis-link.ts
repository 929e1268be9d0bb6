import { createHash } from 'node:crypto';
import { createClient, createCluster, RESP_TYPES } from 'redis';
import type { Log } from '../ops/log.ts';
import { hostOf, type RedisAddress, type RedisAddresses, RedisUnreachable } from './redis-address.ts';

/** What Redis answers over RESP 2. */
export type Reply = null | string | number | readonly Reply[];

export interface RedisLink {
  readonly isCluster: boolean;
  /** One command; `key` is the one it works on, and says which node of a cluster it goes to. */
  send(key: string, args: readonly (string | Buffer)[], ms?: number): Promise<Reply>;
  /** The same for a reply of bytes. */
  readBytes(key: string, args: readonly string[]): Promise<Buffer | null>;
  /** One script on keys of one hash tag. */
  run(
    script: Script,
    keys: readonly [string, ...string[]],
    args: readonly string[],
    ms?: number,
  ): Promise<Reply>;
  /** Calls `doubt` whenever a connection was lost: another Redis may answer from now on. */
  onLoss(doubt: () => void): void;
  close(): void;
}

export interface Script {
  readonly text: string;
  readonly sha: string;
}

export function script(text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** Redis took too long. What was asked of it may still happen: only an answer says that it did or did not. */
export class RedisSilent extends Error {
  override readonly name = 'RedisSilent';
}

/** How long a command may take, and how long a start waits for Redis to be there. */
const COMMAND_MS = 2_000;
const CONNECT_MS = 10_000;

/** A connection on which nothing was heard for so long is given up: TCP itself would try for a quarter of an hour. */
const SILENT_MS = 2 * COMMAND_MS;

/** Waiting commands are turned away beyond this many; while there is no connection, all are. */
const MOST_WAITING = 10_000;

const OPTIONS = {
  RESP: 2,
  disableOfflineQueue: true,
  commandsQueueMaxLength: MOST_WAITING,
  // Keeps a connection that is whole from being taken for dead.
  pingInterval: 1_000,
} as const;

const SOCKET = {
  connectTimeout: COMMAND_MS,
  socketTimeout: SILENT_MS,
  reconnectStrategy: (retries: number) => Math.min(50 * 2 ** retries, 1_000) + Math.random() * 50,
};

const BYTES = { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } };

/** Connects to one Redis, or to the cluster that the first of the addresses says it belongs to. */
export async function connectRedis(addresses: RedisAddresses, log: Log): Promise<RedisLink> {
  const single = await connectSingle(addresses[0], log);
  const about = String(await single.send('', ['INFO', 'cluster']));
  if (!about.includes('cluster_enabled:1')) {
    await warnOfForgetting(single, log);
    return single;
  }
  single.close();
  return connectCluster(addresses, log);
}

/** Votes must neither be evicted to make room nor end with the process. */
async function warnOfForgetting(link: RedisLink, log: Log): Promise<void> {
  const about = `${await link.send('', ['INFO', 'memory'])}${await link.send('', ['INFO', 'persistence'])}`;
  if (!about.includes('maxmemory_policy:noeviction'))
    log.warn({}, 'Redis may forget: set maxmemory-policy noeviction');
  if (!about.includes('aof_enabled:1')) log.warn({}, 'Redis forgets when it ends: set appendonly yes');
}

async function connectSingle(address: RedisAddress, log: Log): Promise<RedisLink> {
  const client = createClient({ ...OPTIONS, ...address, socket: { ...address.socket, ...SOCKET } });
  const losses = new Losses(log);
  client.on('error', (error: unknown) => losses.lost(error));
  client.on('ready', () => losses.found());
  await firstConnection(client, address, losses);
  return linkOver({
    isCluster: false,
    losses,
    send: (_, args) => client.sendCommand<Reply>(args),
    readBytes: (_, args) => client.sendCommand<Buffer | null>(args, BYTES),
    renew() {
      client.destroy();
      client.connect().catch(() => {});
    },
    close: () => client.destroy(),
  });
}

async function connectCluster(addresses: RedisAddresses, log: Log): Promise<RedisLink> {
  const [{ socket: _, ...access }] = addresses;
  const { tls } = addresses[0].socket;
  const cluster = createCluster({
    RESP: 2,
    rootNodes: addresses.map((address) => ({ ...address, socket: { ...address.socket, ...SOCKET } })),
    defaults: { ...OPTIONS, ...access, socket: { ...SOCKET, ...(tls && { tls }) } },
    topologyRefreshOnReconnectionAttemptStrategy: COMMAND_MS,
  });
  const losses = new Losses(log);
  cluster.on('error', (error: unknown) => losses.lost(error));
  cluster.on('node-error', (error: unknown) => losses.lost(error));
  cluster.on('node-ready', () => losses.found());
  await firstConnection(cluster, addresses[0], losses);
  return linkOver({
    isCluster: true,
    losses,
    send: (key, args) => cluster.sendCommand<Reply>(key, false, [...args]),
    readBytes: (key, args) => cluster.sendCommand<Buffer | null>(key, false, [...args], BYTES),
    // A silent node of a cluster is given up by the others, who take its slots over.
    renew() {},
    close: () => cluster.destroy(),
  });
}

interface Wire {
  readonly isCluster: boolean;
  readonly losses: Losses;
  send(key: string, args: readonly (string | Buffer)[]): Promise<Reply>;
  readBytes(key: string, args: readonly string[]): Promise<Buffer | null>;
  renew(): void;
  close(): void;
}

function linkOver({ isCluster, losses, ...wire }: Wire): RedisLink {
  let heardAt = performance.now();
  const hear = async <T>(ms: number, reply: Promise<T>): Promise<T> => {
    try {
      const answer = await within(ms, reply);
      heardAt = performance.now();
      return answer;
    } catch (fault) {
      if (fault instanceof RedisSilent && performance.now() - heardAt > SILENT_MS) {
        heardAt = performance.now();
        losses.lost(fault);
        wire.renew();
      }
      throw fault;
    }
  };
  const send: RedisLink['send'] = (key, args, ms = COMMAND_MS) => hear(ms, wire.send(key, args));
  return {
    isCluster,
    send,
    readBytes: (key, args) => hear(COMMAND_MS, wire.readBytes(key, args)),
    async run({ text, sha }, keys, args, ms) {
      const rest = [String(keys.length), ...keys, ...args];
      try {
        return await send(keys[0], ['EVALSHA', sha, ...rest], ms);
      } catch (fault) {
        if (!(fault instanceof Error && fault.message.startsWith('NOSCRIPT'))) throw fault;
        return send(keys[0], ['EVAL', text, ...rest], ms);
      }
    },
    onLoss: (doubt) => losses.listeners.push(doubt),
    close: wire.close,
  };
}

/** node-redis gives up waiting only for what it has not written yet. */
function within<T>(ms: number, reply: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new RedisSilent(`no answer within ${ms} ms`)), ms);
    reply.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** It goes on trying by itself, for ever; the start does not, and not at all where trying again changes nothing. */
async function firstConnection(
  client: { connect(): Promise<unknown>; destroy(): void },
  address: RedisAddress,
  losses: Losses,
): Promise<void> {
  try {
    await within(CONNECT_MS, Promise.race([client.connect(), losses.refusal()]));
  } catch (fault) {
    client.destroy();
    throw new RedisUnreachable(hostOf(address), { cause: losses.last ?? fault });
  }
}

/** A password, a right or a certificate is wrong, and stays wrong. */
function isRefusal(error: unknown): boolean {
  const { message, code } = error as NodeJS.ErrnoException;
  return /^(WRONGPASS|NOAUTH|NOPERM|ERR )/.test(message) || /CERT|SIGNATURE|ALTNAME/.test(code ?? '');
}

/** Logged once for each outage, and not for each attempt of many. */
class Losses {
  readonly listeners: (() => void)[] = [];
  /** The fault of the last one. */
  last: unknown;
  readonly #log: Log;
  #isLost = false;
  #refuse: (error: unknown) => void = () => {};

  constructor(log: Log) {
    this.#log = log;
  }

  /** Rejects once Redis turns us away. */
  refusal(): Promise<never> {
    return new Promise((_, reject) => {
      this.#refuse = reject;
    });
  }

  lost(error: unknown): void {
    this.last = error;
    if (isRefusal(error)) this.#refuse(error);
    for (const doubt of this.listeners) doubt();
    if (this.#isLost) return;
    this.#isLost = true;
    this.#log.error({ error }, 'Redis is out of reach');
  }

  found(): void {
    if (!this.#isLost) return;
    this.#isLost = false;
    this.#log.info({}, 'Redis is back');
  }
}
