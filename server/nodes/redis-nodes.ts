import type { Peers } from '../live/peers.ts';
import type { Clock } from '../ops/clock.ts';
import type { RedisStores } from '../store/redis.ts';
import { connectedPeers } from './connected-peers.ts';
import { nodeBus } from './node-bus.ts';
import { redisAdapter } from './redis-adapter.ts';

/** This server among others that keep everything in the same Redis. */
export interface Nodes {
  readonly peers: Peers;
  /** After the server has ended. */
  close(): void;
}

/** `node` is the name of this one: no two may have the same. */
export async function joinNodes(
  stores: Pick<RedisStores, 'standings' | 'pubSub'>,
  { node, prefix, clock }: { readonly node: string; readonly prefix: string; readonly clock: Clock },
): Promise<Nodes> {
  const pubSub = await stores.pubSub();
  return {
    peers: connectedPeers(nodeBus(redisAdapter(pubSub, prefix)), stores.standings(node), clock),
    close: () => pubSub.close(),
  };
}
