import { createAdapter, createShardedAdapter } from '@socket.io/redis-adapter';
import type { PubSub } from '../store/redis-pubsub.ts';
import type { AdapterOf } from './node-bus.ts';

/** Socket.IO's adapter for Redis; the names of its channels begin with `prefix`. */
export function redisAdapter({ publisher, subscriber, isSharded }: PubSub, prefix: string): AdapterOf {
  const channels = `${prefix}nodes`;
  return isSharded
    ? // No channel for each room: nobody is in one here.
      createShardedAdapter(publisher, subscriber, { channelPrefix: channels, subscriptionMode: 'static' })
    : createAdapter(publisher, subscriber, { key: channels });
}
