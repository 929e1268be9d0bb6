import { createClient } from 'redis';
import { startRedis } from '../support/redis-server.ts';
import { type Served, serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Maker, redeemLink } from './maker.ts';

/** Some servers of the built product on one Redis of their own. */
export interface Nodes extends AsyncDisposable {
  readonly servers: readonly Served[];
  readonly origins: readonly string[];
  /** At the first of them; their sessions hold on all. */
  readonly maker: Maker;
  readonly redisPid: number;
}

export async function startNodes(count: number, fsync: 'everysec' | 'always'): Promise<Nodes> {
  const held: AsyncDisposable[] = [];
  const end = async () => {
    for (const one of held.toReversed()) await one[Symbol.asyncDispose]();
  };
  try {
    const redis = await startRedis('--appendfsync', fsync);
    held.push(redis);
    const servers: Served[] = [];
    for (let n = 0; n < count; n += 1) {
      const folder = await temporaryFolder();
      held.push(folder);
      const server = await serve({ folder: folder.path, redis: redis.url });
      held.push(server);
      servers.push(server);
    }
    return {
      servers,
      origins: servers.map(({ origin }) => origin),
      maker: await redeemLink(servers[0]?.makerLink ?? ''),
      redisPid: await pidOf(redis.url),
      [Symbol.asyncDispose]: end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function pidOf(url: string): Promise<number> {
  const client = createClient({ url });
  await client.connect();
  const told = await client.info('server');
  client.destroy();
  return Number(/^process_id:(\d+)/m.exec(told)?.[1]);
}
