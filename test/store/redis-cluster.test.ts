import { expect, test } from 'vitest';
import { silentLog } from '../../server/ops/log.ts';
import { openRedis } from '../../server/store/redis.ts';
import { aBoard } from '../support/boards.ts';
import { addressesIn, openTemporaryRedis } from '../support/redis-store.ts';
import { describeStore } from '../support/store-contract.ts';
import { describeWithRedisCluster } from '../support/with-redis.ts';

describeWithRedisCluster('a cluster of three', (cluster) => {
  describeStore('redis cluster', () => openTemporaryRedis(cluster().url));

  test('one address is enough to find all nodes', async () => {
    await using opened = await openTemporaryRedis(cluster().nodes[2]?.url ?? '');
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      expect(await opened.store.createBoard(aBoard(id))).toBe('created');
    expect(await opened.store.listBoards()).toHaveLength(5);
  });

  test('while a node is away, boards on the others go on, and all of them when it is back', async () => {
    await using opened = await openTemporaryRedis(cluster().url);
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const id of ids) await opened.store.createBoard(aBoard(id));
    const there = () =>
      Promise.all(
        ids.map((id) =>
          opened.store.readBoard(id).then(
            (board) => board?.id === id,
            () => false,
          ),
        ),
      );
    await cluster().nodes[1]?.kill();
    const some = await there();
    expect(some).toContain(true);
    expect(some).toContain(false);
    await cluster().nodes[1]?.start();
    await expect.poll(there).not.toContain(false);
  });

  test('[S6] whichever node is emptied, it is noticed, by who is there and by who comes', async () => {
    for (const node of cluster().nodes) {
      const prefix = `emptied-${node.port}:`;
      const open = () => openRedis(addressesIn(cluster().url), { log: silentLog, prefix });
      const { store } = await open();
      await node.flush();
      await expect(store.readBoard('nobody')).rejects.toThrow('does not hold any more');
      await expect(open()).rejects.toThrow('does not hold any more');
      await store[Symbol.asyncDispose]();
    }
  });
});
