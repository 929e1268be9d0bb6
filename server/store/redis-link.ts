import { createHash } from 'node:crypto';
import { RESP_TYPES } from 'redis';
import type { Log } from '../ops/log.ts';
import type { RedisAddress, RedisAddresses } from './redis-address.ts';
import {
  COMMAND_MS,
  connectCluster,
  connectSingle,
  RedisSilent,
  SILENT_MS,
  within,
} from './redis-clients.ts';
import type { Losses } from './redis-losses.ts';
import type { Outage } from './redis-outage.ts';

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

const BYTES = { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } };

/** Connects to one Redis, or to the cluster that the first of the addresses says it belongs to. */
export async function connectRedis(addresses: RedisAddresses, log: Log, outage: Outage): Promise<RedisLink> {
  const single = await linkToSingle(addresses[0], outage);
  const about = String(await single.send('', ['INFO', 'cluster']));
  if (!about.includes('cluster_enabled:1')) {
    await warnOfForgetting(single, log);
    return single;
  }
  single.close();
  return linkToCluster(addresses, outage);
}

/** Votes must neither be evicted to make room nor end with the process. */
async function warnOfForgetting(link: RedisLink, log: Log): Promise<void> {
  const about = `${await link.send('', ['INFO', 'memory'])}${await link.send('', ['INFO', 'persistence'])}`;
  if (!about.includes('maxmemory_policy:noeviction'))
    log.warn({}, 'Redis may forget: set maxmemory-policy noeviction');
  if (!about.includes('aof_enabled:1')) log.warn({}, 'Redis forgets when it ends: set appendonly yes');
}

async function linkToSingle(address: RedisAddress, outage: Outage): Promise<RedisLink> {
  const { client, losses } = await connectSingle(address, outage);
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

async function linkToCluster(addresses: RedisAddresses, outage: Outage): Promise<RedisLink> {
  const { client, losses } = await connectCluster(addresses, outage);
  return linkOver({
    isCluster: true,
    losses,
    send: (key, args) => client.sendCommand<Reply>(key, false, [...args]),
    readBytes: (key, args) => client.sendCommand<Buffer | null>(key, false, [...args], BYTES),
    // A silent node of a cluster is given up by the others, who take its slots over.
    renew() {},
    close: () => client.destroy(),
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
