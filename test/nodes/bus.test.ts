import { createClient } from 'redis';
import { expect, test } from 'vitest';
import { nodeBus } from '../../server/nodes/node-bus.ts';
import { redisAdapter } from '../../server/nodes/redis-adapter.ts';
import { type Log, silentLog } from '../../server/ops/log.ts';
import { openRedis } from '../../server/store/redis.ts';
import { addressesIn } from '../support/redis-store.ts';
import { startNodes, type TestNodes } from '../support/start-nodes.ts';
import { describeWithOwnRedis, describeWithRedis, describeWithRedisCluster } from '../support/with-redis.ts';

const TICK_MS = 20;
const OFTEN = { interval: 5 };

async function votesReachAll(all: TestNodes): Promise<void> {
  const phones = await Promise.all(all.nodes.map((_, at) => all.phone(at)));
  for (const phone of phones) await phone.cast('oak');
  await all.tick(TICK_MS);
  await all.tick(TICK_MS);
  expect(phones.map(({ tally }) => tally)).toEqual(phones.map(() => ({ oak: phones.length })));
}

describeWithRedis('what carries signals', (redis) => {
  test.each([true, false])('[N1] on a Redis ≥ 7 and below: sharded %s', async (isSharded) => {
    await using all = await startNodes(redis(), 3, { drafts: ['oak', 'walnut'], isSharded });
    await votesReachAll(all);
  });

  test('[N2] twenty votes in a moment, one after the other, are two signals', async () => {
    const sent: unknown[] = [];
    await using all = await startNodes(redis(), 2, {
      drafts: ['oak', 'walnut'],
      isLost: (mark) => {
        if (mark.tally) sent.push(mark);
        return false;
      },
    });
    const phones = await Promise.all(Array.from({ length: 20 }, () => all.phone(0)));
    const there = await all.phone(1);
    // What was told of making the board is over.
    await all.tick(2_000);
    for (const phone of phones) await phone.cast('oak');
    await all.tick(TICK_MS);
    await all.tick(TICK_MS);
    expect(sent).toHaveLength(2);
    expect(there.tally).toEqual({ oak: 20 });
  });
});

describeWithRedisCluster('what carries signals in a cluster of three', (cluster) => {
  test('[N1] votes on each node reach all', async () => {
    await using all = await startNodes(cluster().url, 3, { drafts: ['oak', 'walnut'] });
    await votesReachAll(all);
  });
});

describeWithOwnRedis('nodes whose Redis fails', (redis) => {
  test('[N1] a user of Redis without channels: it is said once, and the node goes on', async () => {
    await redis().ask('ACL', 'SETUSER', 'deaf', 'on', '>word', '~*', '+@all', 'resetchannels');
    const errors: string[] = [];
    const log: Log = { ...silentLog, error: (_, text) => errors.push(text) };
    const url = redis().url.replace('//', '//deaf:word@');
    const { store, pubSub } = await openRedis(addressesIn(url), { log, prefix: 'deaf:' });
    const channels = await pubSub();
    const bus = nodeBus(redisAdapter(channels, 'deaf:'));
    bus.send({ boardId: 'bedside', seq: 1, tally: null, cast: [] });
    await expect.poll(() => errors.length, OFTEN).toBeGreaterThanOrEqual(2);
    await store.hasMaker();
    // One of publishing, and one of subscribing.
    expect(errors.map((text) => /not let nodes hear/.test(text))).toEqual([true, true]);
    channels.close();
    await store[Symbol.asyncDispose]();
  });

  test('[N5] killed and back: nodes go on by themselves, and hear of each other again', async () => {
    await using all = await startNodes(redis().url, 2, { drafts: ['oak', 'walnut'] });
    const [here, there] = [await all.phone(0), await all.phone(1)];
    await here.cast('oak');
    await all.settled();
    await redis().kill();
    expect(await there.tryCast(['oak'])).toMatchObject({ no: { code: 'unavailable' } });
    expect(here.tally).toEqual({ oak: 1 });
    all.clock.turn(5_000);

    await redis().start();
    // As often as a device may vote: whoever is faster is let go.
    const isCast = async () => {
      const { ok } = await there.tryCast(['oak']);
      if (!ok) all.clock.turn(250);
      return ok;
    };
    await expect.poll(isCast, OFTEN).toBe(true);
    // The connections come back one by one; what was signalled meanwhile is lost.
    const toldAfter = async (phone: typeof here, ms: number) => {
      all.clock.turn(ms);
      await all.board.delivered();
      return phone.tally;
    };
    await expect.poll(() => toldAfter(here, 1_000), OFTEN).toEqual({ oak: 2 });
    await here.cast('walnut');
    await expect.poll(() => toldAfter(there, TICK_MS), OFTEN).toEqual({ oak: 1, walnut: 1 });
  });

  test.each([
    ['bytes that mean nothing', Buffer.from([0xc0])],
    ['an event that nobody listens to', '{"uid":"x","nsp":"/","type":9,"data":{"packet":["error","boom"]}}'],
  ])('[N2] a node that reads %s on the channel hears the others all the same', async (_, bytes) => {
    await using all = await startNodes(redis().url, 2, { drafts: ['oak', 'walnut'] });
    const [here, there] = [await all.phone(0), await all.phone(1)];
    await publish(redis().url, bytes);
    await here.cast('oak');
    await all.tick(TICK_MS);
    expect(there.tally).toEqual({ oak: 1 });
  });

  test('[S6] emptied: no node tells zero, and none says that the board is gone', async () => {
    await using all = await startNodes(redis().url, 2, { drafts: ['oak', 'walnut'] });
    const [here, there] = [await all.phone(0), await all.phone(1)];
    await here.cast('oak');
    await all.tick(TICK_MS);
    await redis().flush();
    for (let times = 0; times < 5; times += 1) {
      all.clock.turn(1_000);
      await all.board.delivered();
    }
    for (const phone of [here, there]) {
      expect(phone.tally).toEqual({ oak: 1 });
      expect(phone.isGone).toBe(false);
      expect(await phone.tryCast(['walnut'])).toMatchObject({ no: { code: 'unavailable' } });
    }
  });
});

/** On every channel that nodes hear each other by. */
async function publish(url: string, bytes: string | Buffer): Promise<void> {
  const client = createClient({ url });
  await client.connect();
  for (const channel of await client.pubSubShardChannels()) await client.sPublish(channel, bytes as string);
  client.destroy();
}
