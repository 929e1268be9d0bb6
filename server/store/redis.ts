import { type Clock, systemClock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Limits } from './limits.ts';
import { MediaRedis } from './media-redis.ts';
import type { RedisAddresses } from './redis-address.ts';
import { redisBallots } from './redis-ballots.ts';
import { redisBoards } from './redis-boards.ts';
import { markedRedis } from './redis-epoch.ts';
import { redisKeys } from './redis-keys.ts';
import { redisLimits } from './redis-limits.ts';
import { connectRedis } from './redis-link.ts';
import { redisMakers } from './redis-makers.ts';
import { Outage } from './redis-outage.ts';
import { connectPubSub, type PubSub } from './redis-pubsub.ts';
import { redisRestore } from './redis-restore.ts';
import { redisStandings } from './redis-standings.ts';
import type { MediaStore } from './media.ts';
import type { Standings } from './standings.ts';
import type { Store } from './store.ts';

interface RedisOptions {
  readonly log: Log;
  /** What every key begins with. */
  readonly prefix?: string;
  readonly clock?: Pick<Clock, 'now'>;
}

/** Boards, pictures and limits over one connection for each node of Redis; the store closes it. */
export interface RedisStores {
  readonly store: Store;
  readonly media: MediaStore;
  readonly limits: Limits;
  /** How boards stand, as one of several nodes asks. */
  standings(node: string): Standings;
  /** What nodes hear each other by; the caller closes it. */
  pubSub(): Promise<PubSub>;
}

/**
 * [S6] The store in Redis ≥ 7, or in a cluster of it. An answer survives `kill -9` of the server; that of Redis, and a power
 * cut, only with `appendfsync always`: with `everysec` Redis answers before it has written anything while an earlier fsync
 * is under way, and two seconds can be lost. Batches make that cheap. Rejects with RedisUnreachable, or with RedisEmptied
 * where a node of a cluster lost what it held.
 */
export async function openRedis(
  addresses: RedisAddresses,
  { log, prefix = 'mitwerk:', clock = systemClock }: RedisOptions,
): Promise<RedisStores> {
  const outage = new Outage(log);
  const link = await connectRedis(addresses, log, outage);
  try {
    const keys = redisKeys(prefix);
    const redis = await markedRedis(link, keys, log);
    return {
      store: {
        ...redisBoards(redis),
        ...redisBallots(redis),
        ...redisMakers(redis),
        ...redisRestore(redis),
        async [Symbol.asyncDispose]() {
          link.close();
        },
      },
      media: new MediaRedis(redis),
      limits: redisLimits(link, keys, clock),
      standings: (node) => redisStandings(redis, { node, onLoss: link.onLoss }),
      pubSub: () => connectPubSub(addresses, { isCluster: link.isCluster, log, outage }),
    };
  } catch (fault) {
    link.close();
    throw fault;
  }
}
