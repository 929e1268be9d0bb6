import { expect, test } from 'vitest';
import { silentLog } from '../../server/ops/log.ts';
import { redisKeys } from '../../server/store/redis-keys.ts';
import { openRedis } from '../../server/store/redis.ts';
import { addressesIn } from '../support/redis-store.ts';
import { cast, openBoard } from '../support/stored-boards.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

describeWithOwnRedis('how a board stands', (redis) => {
  test('[N7] its numbers, and the phones at other nodes as long as those say so', async () => {
    const prefix = 'standing:';
    const { store, standings } = await openRedis(addressesIn(redis().url), { log: silentLog, prefix });
    const of = { roundId: 'legs', run: 1 };
    const [a, b] = [standings('a'), standings('b')];
    expect(await a.note('bedside', of, 3)).toBeNull();
    const { seq } = await openBoard(store);
    await cast(store, [['ana', 1, 'oak']]);

    expect(await a.note('bedside', of, 3)).toEqual({ seq, version: 1, elsewhere: 0 });
    expect(await b.note('bedside', null, 2)).toEqual({ seq, version: 0, elsewhere: 3 });
    expect(await a.note('bedside', of, 0)).toMatchObject({ elsewhere: 2 });
    expect(await b.note('bedside', of, 2)).toMatchObject({ elsewhere: 0 });

    // As a node that has died leaves it.
    await redis().ask('HSET', redisKeys(prefix).present('bedside'), 'dead', '7 1767268800000');
    expect(await b.note('bedside', of, 2)).toMatchObject({ elsewhere: 0 });
    await store[Symbol.asyncDispose]();
  });

  test('[S7] its number goes above what was told, and changes nothing else', async () => {
    const { store, standings } = await openRedis(addressesIn(redis().url), {
      log: silentLog,
      prefix: 'back:',
    });
    const node = standings('a');
    await node.overtake('bedside', 7);
    const board = await openBoard(store);
    await node.overtake(board.id, board.seq + 4);
    expect(await store.readBoard(board.id)).toEqual({ ...board, seq: board.seq + 5 });
    await node.overtake(board.id, board.seq + 4);
    expect((await store.readBoard(board.id))?.seq).toBe(board.seq + 5);
    await store[Symbol.asyncDispose]();
  });
});
