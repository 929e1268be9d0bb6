import { randomUUID } from 'node:crypto';
import { silentLog } from '../../server/ops/log.ts';
import { type RedisAddresses, readRedisUrl } from '../../server/store/redis-address.ts';
import type { Limits } from '../../server/store/limits.ts';
import type { MediaStore } from '../../server/store/media.ts';
import { openRedis } from '../../server/store/redis.ts';
import type { Store } from '../../server/store/store.ts';
import { removeKeys } from './redis-traces.ts';
import type { OpenedStore } from './store-contract.ts';

export interface OpenedRedis extends OpenedStore {
  /** What all its keys begin with. */
  readonly prefix: string;
  readonly media: MediaStore;
  readonly limits: Limits;
  /** The same boards by a connection of its own, as another server has them. */
  another(): Promise<AsyncDisposable & { readonly store: Store }>;
}

/**
 * A store for one test beside others in the same Redis: its keys begin with a word of their own. In a Redis that is not the
 * tests' own they are removed afterwards.
 */
export async function openTemporaryRedis(
  url: string,
  { isOurs = url !== process.env.REDIS_URL } = {},
): Promise<OpenedRedis> {
  const prefix = `mitwerk:${randomUUID()}:`;
  const open = () => openRedis(addressesIn(url), { log: silentLog, prefix });
  let { store, media, limits } = await open();
  return {
    get store() {
      return store;
    },
    prefix,
    get media() {
      return media;
    },
    get limits() {
      return limits;
    },
    async another() {
      const { store: beside } = await open();
      return { store: beside, [Symbol.asyncDispose]: () => beside[Symbol.asyncDispose]() };
    },
    async reopen() {
      await store[Symbol.asyncDispose]();
      ({ store, media, limits } = await open());
      return store;
    },
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      if (!isOurs) await removeKeys(url, prefix);
    },
  };
}

export function addressesIn(url: string): RedisAddresses {
  const addresses = readRedisUrl(url);
  if (!addresses) throw new Error(`no address of Redis: ${url}`);
  return addresses;
}
