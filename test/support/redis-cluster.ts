import { createClient } from 'redis';
import { type RedisServer, startRedis } from './redis-server.ts';

export interface RedisNodes extends AsyncDisposable {
  /** All of them, with commas between, as REDIS_URL takes them. */
  readonly url: string;
  readonly nodes: readonly RedisServer[];
}

const SLOTS = 16_384;

/** Three masters that share the slots; nothing but Redis itself is needed to join them. */
export async function startRedisCluster(...settings: readonly string[]): Promise<RedisNodes> {
  const options = [
    '--cluster-enabled',
    'yes',
    '--cluster-node-timeout',
    '2000',
    '--cluster-require-full-coverage',
    'no',
  ];
  const nodes = await Promise.all([1, 2, 3].map(() => startRedis(...options, ...settings)));
  const clients = await Promise.all(
    nodes.map(async ({ url }) => {
      const client = createClient({ url });
      client.on('error', () => {});
      await client.connect();
      return client;
    }),
  );
  const share = Math.ceil(SLOTS / nodes.length);
  for (const [at, client] of clients.entries()) {
    const last = Math.min((at + 1) * share, SLOTS) - 1;
    await client.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', String(at * share), String(last)]);
    await client.sendCommand(['CLUSTER', 'SET-CONFIG-EPOCH', String(at + 1)]);
  }
  for (const { port } of nodes.slice(1)) {
    await clients[0]?.sendCommand(['CLUSTER', 'MEET', '127.0.0.1', String(port)]);
  }
  for (const client of clients) {
    let about = '';
    while (!(about.includes('cluster_state:ok') && about.includes('cluster_size:3'))) {
      about = String(await client.sendCommand(['CLUSTER', 'INFO']));
    }
    client.destroy();
  }
  return {
    url: nodes.map(({ url }) => url).join(','),
    nodes,
    async [Symbol.asyncDispose]() {
      for (const node of nodes) await node[Symbol.asyncDispose]();
    },
  };
}
