import { ErrorReply } from 'redis';
import type { Log } from '../ops/log.ts';
import type { RedisAddresses } from './redis-address.ts';
import { connectCluster, connectSingle } from './redis-clients.ts';
import type { Outage } from './redis-outage.ts';

/** What one node publishes and others hear, over connections of its own. Nothing in here rejects: what is lost is lost. */
export interface PubSub {
  /** As node-redis has them. */
  readonly publisher: object;
  readonly subscriber: object;
  /** Redis ≥ 7: a channel lives on one node of a cluster, and not on all. */
  readonly isSharded: boolean;
  close(): void;
}

export async function connectPubSub(
  addresses: RedisAddresses,
  { isCluster, log, outage }: { readonly isCluster: boolean; readonly log: Log; readonly outage: Outage },
): Promise<PubSub> {
  if (isCluster) {
    const { client } = await connectCluster(addresses, outage);
    const both = calm(client, log);
    return { publisher: both, subscriber: both, isSharded: true, close: () => client.destroy() };
  }
  const { client: publisher } = await connectSingle(addresses[0], outage);
  const { client: subscriber } = await connectSingle(addresses[0], outage);
  const [, version] = /redis_version:(\d+)/.exec(await publisher.info('server')) ?? [];
  return {
    publisher: calm(publisher, log),
    subscriber: calm(subscriber, log),
    isSharded: Number(version) >= 7,
    close() {
      publisher.destroy();
      subscriber.destroy();
    },
  };
}

/**
 * Whoever calls these connections does not look at what becomes of it: a rejection would end the process. That Redis is away is
 * told elsewhere; that it does not allow it, here and once.
 */
function calm<T extends object>(client: T, log: Log): T {
  let isTold = false;
  // What a listener throws would go up into the decoder of the connection, which hears nothing any more then.
  let isWarned = false;
  const unthrowing = (arg: unknown): unknown =>
    typeof arg !== 'function'
      ? arg
      : (...heard: unknown[]): unknown => {
          try {
            return Reflect.apply(arg, undefined, heard);
          } catch (error) {
            if (!isWarned) log.warn({ error }, 'something else than a node speaks on the channels of nodes');
            isWarned = true;
            return undefined;
          }
        };
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(value, target, args.map(unthrowing));
        if (!(result instanceof Promise)) return result;
        return result.catch((error: unknown) => {
          if (error instanceof ErrorReply && !isTold) {
            isTold = true;
            log.error({ error }, 'Redis does not let nodes hear of each other: they find out a second later');
          }
          return 0;
        });
      };
    },
  });
}
