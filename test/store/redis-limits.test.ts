import { expect, test } from 'vitest';
import { Newcomers } from '../../server/access/newcomers.ts';
import { insured, MemoryLimits } from '../../server/store/memory-limits.ts';
import { silentLog } from '../../server/ops/log.ts';
import type { Limit } from '../../server/store/limits.ts';
import { openRedis } from '../../server/store/redis.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { addressesIn, openTemporaryRedis } from '../support/redis-store.ts';
import { keysWith, millisecondsLeft } from '../support/redis-traces.ts';
import { describeWithOwnRedis, describeWithRedis, describeWithRedisCluster } from '../support/with-redis.ts';

describeWithRedis('limits in Redis', (url) => {
  test('[P3] two nodes count what comes from one source together, and each source by itself', async () => {
    await using nodes = await twoNodes(url());
    const [here, there] = nodes.limits.map((limits) => limits.window('newcomers', 4, 300)) as [Limit, Limit];
    expect([await here.take('a'), await there.take('a'), await here.take('a')]).toEqual([true, true, true]);
    expect([await there.take('a'), await here.take('a'), await there.take('a')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await there.take('b')).toBe(true);
  });

  test('[P6] a bucket of tokens is one over two nodes, and fills with time', async () => {
    await using nodes = await twoNodes(url());
    const pace = { burst: 3, perSecond: 1 / 20 };
    const [here, there] = nodes.limits.map((limits) => limits.bucket('words', pace)) as [Limit, Limit];
    expect([await here.take('a'), await there.take('a'), await here.take('a')]).toEqual([true, true, true]);
    expect([await here.take('a'), await there.take('a')]).toEqual([false, false]);
    nodes.clock.turn(19_999);
    expect(await there.take('a')).toBe(false);
    nodes.clock.turn(1);
    expect([await here.take('a'), await there.take('a')]).toEqual([true, false]);
    nodes.clock.turn(60_000);
    expect([
      await here.take('a'),
      await here.take('a'),
      await there.take('a'),
      await there.take('a'),
    ]).toEqual([true, true, true, false]);
    expect(await there.take('b')).toBe(true);
  });

  test('[P3] Redis sees no address, and keeps what stands for it no longer than five minutes', async () => {
    await using nodes = await twoNodes(url());
    const [limits] = nodes.limits;
    if (!limits) throw new Error('no limits');
    const admit = (key: string, address: string) =>
      new Newcomers({ limits, key, trustProxy: true }).admit({
        headers: { 'x-forwarded-for': address },
        socket: {},
      } as never);
    expect(await admit('secret', '203.0.113.7')).toBe(true);
    expect(await admit('secret', '2001:db8:1:2:3::4')).toBe(true);
    expect(await keysWith(url(), nodes.prefix, 'limit:newcomers:')).toHaveLength(2);
    // With its colon or dot: among the random letters of a mark there may be any three.
    expect(await keysWith(url(), nodes.prefix, '203.0')).toEqual([]);
    expect(await keysWith(url(), nodes.prefix, ':db8')).toEqual([]);
    await admit('secret', '203.0.113.7');
    expect(await keysWith(url(), nodes.prefix, 'limit:newcomers:')).toHaveLength(2);
    await admit('another installation', '203.0.113.7');
    expect(await keysWith(url(), nodes.prefix, 'limit:newcomers:')).toHaveLength(3);
    for (const ms of await millisecondsLeft(url(), `${nodes.prefix}limit:`)) {
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(300_000);
    }
  });
});

describeWithRedisCluster('limits in a cluster', (cluster) => {
  test('[P3] [P6] each limit is on one node of it', async () => {
    await using nodes = await twoNodes(cluster().url);
    for (const source of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const windows = nodes.limits.map((limits) => limits.window('newcomers', 1, 300));
      const buckets = nodes.limits.map((limits) => limits.bucket('words', { burst: 1, perSecond: 1 }));
      for (const [here, there] of [windows, buckets]) {
        expect([await here?.take(source), await there?.take(source)]).toEqual([true, false]);
      }
    }
  });
});

describeWithOwnRedis('limits in a Redis that fails', (redis) => {
  test('while it is away each node counts for itself, and nobody is let in without end', async () => {
    await using nodes = await twoNodes(redis().url);
    const own = new MemoryLimits(nodes.clock);
    const [here] = nodes.limits.map((limits) => insured(limits, own));
    const window = here?.window('newcomers', 2, 300);
    const bucket = here?.bucket('words', { burst: 2, perSecond: 1 });
    await redis().kill();
    for (const limit of [window, bucket]) {
      expect([await limit?.take('a'), await limit?.take('a'), await limit?.take('a')]).toEqual([
        true,
        true,
        false,
      ]);
    }
    await redis().start();
  });
});

/** Two servers on one Redis, and what its limits hold. */
async function twoNodes(url: string) {
  const temporary = await openTemporaryRedis(url);
  const { prefix } = temporary;
  const clock = new ManualClock();
  const open = () => openRedis(addressesIn(url), { log: silentLog, prefix, clock });
  const nodes = [await open(), await open()];
  return {
    prefix,
    clock,
    limits: nodes.map(({ limits }) => limits),
    async [Symbol.asyncDispose]() {
      for (const { store } of nodes) await store[Symbol.asyncDispose]();
      await temporary[Symbol.asyncDispose]();
    },
  };
}
