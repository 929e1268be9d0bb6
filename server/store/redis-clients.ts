import { createClient, createCluster } from 'redis';
import { hostOf, type RedisAddress, type RedisAddresses, RedisUnreachable } from './redis-address.ts';
import { Losses } from './redis-losses.ts';
import type { Outage } from './redis-outage.ts';

/** Redis took too long. What was asked of it may still happen: only an answer says that it did or did not. */
export class RedisSilent extends Error {
  override readonly name = 'RedisSilent';
}

/** How long a command may take, and how long a start waits for Redis to be there. */
export const COMMAND_MS = 2_000;
const CONNECT_MS = 10_000;

/** A connection on which nothing was heard for so long is given up: TCP itself would try for a quarter of an hour. */
export const SILENT_MS = 2 * COMMAND_MS;

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
  reconnectStrategy: (retries: number) => Math.min(50 * 2 ** retries, 500) + Math.random() * 50,
};

/** A connection to one Redis. */
export async function connectSingle(address: RedisAddress, outage: Outage) {
  const client = createClient({ ...OPTIONS, ...address, socket: { ...address.socket, ...SOCKET } });
  const losses = new Losses(outage);
  client.on('error', (error: unknown) => losses.lost(error));
  client.on('ready', () => losses.found());
  await firstConnection(client, address, losses);
  return { client, losses };
}

/** A connection to each node of the cluster that the addresses belong to. */
export async function connectCluster(addresses: RedisAddresses, outage: Outage) {
  const [{ socket: _, ...access }] = addresses;
  const { tls } = addresses[0].socket;
  const client = createCluster({
    RESP: 2,
    rootNodes: addresses.map((address) => ({ ...address, socket: { ...address.socket, ...SOCKET } })),
    defaults: { ...OPTIONS, ...access, socket: { ...SOCKET, ...(tls && { tls }) } },
    topologyRefreshOnReconnectionAttemptStrategy: COMMAND_MS,
  });
  const losses = new Losses(outage);
  client.on('error', (error: unknown) => losses.lost(error));
  client.on('node-error', (error: unknown) => losses.lost(error));
  client.on('node-ready', () => losses.found());
  await firstConnection(client, addresses[0], losses);
  return { client, losses };
}

/** node-redis gives up waiting only for what it has not written yet. */
export function within<T>(ms: number, reply: Promise<T>): Promise<T> {
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
