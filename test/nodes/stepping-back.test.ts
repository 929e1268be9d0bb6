import { expect, test } from 'vitest';
import { removeKeys } from '../support/redis-traces.ts';
import { type TestNodes, startNodes } from '../support/start-nodes.ts';
import type { RedisServer } from '../support/redis-server.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

describeWithOwnRedis('a Redis that steps back', (redis) => {
  test('[S7] nodes and phones tell what it holds, and no vote that it lost', async () => {
    await using all = await start(redis());
    const phones = await Promise.all([0, 1, 0, 1, 0, 1].map((at) => askingPhone(all, at)));
    const [first, second, third, fourth, fifth] = phones;
    await first?.cast('oak');
    await all.tick(1_000);
    const kept = await keptFiles(redis(), all);
    for (const phone of [second, third, fourth]) await phone?.cast('oak');
    await all.tick(1_000);
    expect(fifth?.tally).toEqual({ oak: 4 });

    await restart(redis(), kept, all);
    const tallies = () => shown(all, () => phones.map(({ tally }) => tally));
    await expect.poll(tallies).toEqual(phones.map(() => ({ oak: 1 })));
    await fifth?.cast('walnut');
    await expect.poll(tallies).toEqual(phones.map(() => ({ oak: 1, walnut: 1 })));
    const fresh = await askingPhone(all, 1);
    expect(fresh.tally).toEqual({ oak: 1, walnut: 1 });
  });

  test('[S7] a change that it lost is taken back on every screen, and the next one goes on from there', async () => {
    await using all = await start(redis());
    const { boardId, roundId, slug, maker } = all.board;
    const [here, there] = [await askingPhone(all, 0), await askingPhone(all, 1)];
    await here.cast('oak');
    await all.tick(1_000);
    const kept = await keptFiles(redis(), all);
    const title = here.view?.head.title;
    await maker.must('round:close', { boardId, roundId });
    await all.tick(1_000);
    expect(there.round.status).toBe('closed');

    await restart(redis(), kept, all);
    const shownNow = () =>
      shown(all, () => [here, there].map(({ round, view }) => [round.status, view?.head.title]));
    await expect.poll(shownNow).toEqual([
      ['open', title],
      ['open', title],
    ]);
    await maker.must('board:update', { boardId, title: 'Regal', confirmed: true });
    await expect.poll(shownNow).toEqual([
      ['open', 'Regal'],
      ['open', 'Regal'],
    ]);
    for (const phone of [here, there]) {
      await phone.join({ slug, as: 'follower', seq: phone.view?.seq ?? 0 });
      expect([phone.round.status, phone.view?.head.title]).toEqual(['open', 'Regal']);
    }
  });

  test('[S7] a board that it has lost is not told as removed, and takes no votes', async () => {
    await using all = await start(redis());
    const { boardId, maker } = all.board;
    const [here, there] = [await all.phone(0), await all.phone(1)];
    await here.cast('oak');
    await all.tick(1_000);
    await removeKeys(redis().url, `mitwerk:*{${boardId}}`);
    await restart(redis(), await keptFiles(redis(), all), all);
    for (const phone of [here, there]) {
      await shown(all, () => {});
      expect(await phone.tryCast(['walnut'])).toMatchObject({ no: { code: 'unavailable' } });
      expect([phone.isGone, phone.tally]).toEqual([false, { oak: 1 }]);
    }
    await maker.must('board:remove', { boardId });
    await all.board.delivered();
    expect(here.isGone).toBe(true);
  });

  test('[S7] where nothing was lost, nobody is asked to ask', async () => {
    await using all = await start(redis());
    const { boardId } = all.board;
    const phone = await all.phone(1);
    await phone.cast('oak');
    await all.tick(1_000);
    const before = (await all.node(1).store.readBoard(boardId))?.seq;
    const kept = await keptFiles(redis(), all);
    await restart(redis(), kept, all);
    await phone.cast('walnut');
    const tally = () => shown(all, () => phone.tally);
    await expect.poll(tally).toEqual({ walnut: 1 });
    expect((await all.node(1).store.readBoard(boardId))?.seq).toBe(before);
  });
});

type Kept = Awaited<ReturnType<RedisServer['keepFiles']>>;
type Shown = Awaited<ReturnType<TestNodes['phone']>>;

async function start(redis: RedisServer): Promise<TestNodes> {
  const all = await startNodes(redis.url, 2, { drafts: ['oak', 'walnut'] });
  // The studio asks as phones do, and is not looked at here.
  all.board.maker.missed = () => {};
  return all;
}

/** It asks for the view where it has missed something. */
async function askingPhone(all: TestNodes, at: number): Promise<Shown> {
  const phone = await all.phone(at);
  const { slug } = all.board;
  phone.missed = () => {
    // Another question has overtaken this one.
    phone.join({ slug, as: 'follower', seq: phone.view?.seq ?? 0 }).catch(() => {});
  };
  return phone;
}

/** What a copy, or a disk a moment behind, holds of it. */
async function keptFiles(redis: RedisServer, all: TestNodes): Promise<Kept> {
  await all.settled();
  return redis.keepFiles();
}

/** As after a crash that lost the last writes: with what was kept. */
async function restart(redis: RedisServer, kept: Kept, all: TestNodes): Promise<void> {
  await redis.kill();
  await kept.putBack();
  await redis.start();
  for (const { store } of all.nodes) await expect.poll(() => store.hasMaker().catch(() => false)).toBe(true);
}

/** The connections come back one by one; what was signalled meanwhile is lost, and made good for within a second. */
async function shown<T>(all: TestNodes, what: () => T): Promise<T> {
  all.clock.turn(1_000);
  await all.board.delivered();
  return what();
}
