import { randomUUID } from 'node:crypto';
import { silentLog } from '../../server/ops/log.ts';
import { type RedisAddresses, readRedisUrl } from '../../server/store/redis-address.ts';
import type { MediaStore } from '../../server/store/media.ts';
import { openRedis } from '../../server/store/redis.ts';
import type { Store } from '../../server/store/store.ts';
import type { OpenedStore } from './store-contract.ts';

export interface OpenedRedis extends OpenedStore {
  /** What all its keys begin with. */
  readonly prefix: string;
  readonly media: MediaStore;
  /** The same boards by a connection of its own, as another server has them. */
  another(): Promise<AsyncDisposable & { readonly store: Store }>;
}

/** A store for one test beside others in the same Redis: its keys begin with a word of their own. */
export async function openTemporaryRedis(url: string): Promise<OpenedRedis> {
  const prefix = `${randomUUID()}:`;
  const open = () => openRedis(addressesIn(url), { log: silentLog, prefix });
  let { store, media } = await open();
  return {
    get store() {
      return store;
    },
    prefix,
    get media() {
      return media;
    },
    async another() {
      const { store: beside } = await open();
      return { store: beside, [Symbol.asyncDispose]: () => beside[Symbol.asyncDispose]() };
    },
    async reopen() {
      await store[Symbol.asyncDispose]();
      ({ store, media } = await open());
      return store;
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

export function addressesIn(url: string): RedisAddresses {
  const addresses = readRedisUrl(url);
  if (!addresses) throw new Error(`no address of Redis: ${url}`);
  return addresses;
}
