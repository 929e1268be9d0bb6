import { createClient } from 'redis';
import { beforeAll, expect, test } from 'vitest';
import { asUser, MAKE_USER } from '../support/redis-acl.ts';
import { openTemporaryRedis } from '../support/redis-store.ts';
import { describeStore } from '../support/store-contract.ts';
import { cast, openBoard } from '../support/stored-boards.ts';
import { describeWithOwnRedis, describeWithRedisCluster } from '../support/with-redis.ts';

describeWithOwnRedis('a user with no more rights than are needed', (redis) => {
  beforeAll(() => redis().ask(...MAKE_USER));

  describeStore('redis with rights', () => openTemporaryRedis(asUser(redis().url)));

  test('limits hold too', async () => {
    await using opened = await openTemporaryRedis(asUser(redis().url));
    const { limits } = opened;
    expect(await limits.window('newcomers', 1, 300).take('a')).toBe(true);
    expect(await limits.bucket('words', { burst: 1, perSecond: 1 }).take('a')).toBe(true);
  });

  test.each([
    'SET others:board mine',
    'GET others:board',
    'PUBLISH others hello',
    'KEYS *',
    'SCAN 0',
    'FLUSHALL',
    'CONFIG GET *',
    'ACL LIST',
    'SCRIPT FLUSH',
    "EVAL return(redis.call('GET','others:board')) 0",
  ])('%s is not among them', async (command) => {
    const client = createClient({ url: asUser(redis().url) });
    client.on('error', () => {});
    await client.connect();
    await expect(client.sendCommand(command.split(' '))).rejects.toThrow(/NOPERM|can't access/);
    client.destroy();
  });
});

describeWithRedisCluster('a user with rights in a cluster', (cluster) => {
  beforeAll(() => Promise.all(cluster().nodes.map((node) => node.ask(...MAKE_USER))));

  test('a board is made, found and voted on', async () => {
    await using opened = await openTemporaryRedis(asUser(cluster().url));
    await openBoard(opened.store);
    expect(await cast(opened.store, [['ana', 1, 'oak']])).toMatchObject({ ok: true });
    expect(await opened.store.listBoards()).toHaveLength(1);
  });
});
