import { expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { startNodes } from '../support/start-nodes.ts';
import { describeWithRedis } from '../support/with-redis.ts';

/** As long as a tick of a small room takes; nothing here may need more than two of them. */
const TICK_MS = 20;

describeWithRedis('several nodes on one Redis', (redis) => {
  test.each([2, 3])(
    '[N1] [V3] a device that votes on all of %i nodes at once has one ballot',
    async (count) => {
      await using all = await startNodes(redis(), count, { drafts: ['oak', 'walnut'] });
      const first = await all.phone(0);
      const device = first.joined?.device ?? '';
      const windows = [first];
      for (let at = 1; at < count; at += 1) windows.push(await all.phone(at, { device }));

      await Promise.all(windows.map((phone, at) => phone.tryCast(['oak'], { rev: at + 1 })));

      await all.tick(TICK_MS);
      await all.tick(TICK_MS);
      expect(windows.map(({ tally }) => tally)).toEqual(windows.map(() => ({ oak: 1 })));
      expect(await all.node(0).store.recount(all.board.roundId, 1)).toMatchObject({ ballots: 1 });
    },
  );

  test('[N3] after the last ballot every screen of every node shows the final tally within two ticks', async () => {
    await using all = await startNodes(redis(), 3, { drafts: ['oak', 'walnut'] });
    const phones = await Promise.all([0, 1, 2, 0, 1, 2].map((at) => all.phone(at)));
    await all.tick(2_000);
    for (const phone of phones) await phone.cast('walnut');
    const before = all.nodes.map(({ app }) => app.counters.ticks);

    await all.tick(TICK_MS);
    await all.tick(TICK_MS);

    expect(phones.map(({ tally }) => tally)).toEqual(phones.map(() => ({ walnut: 6 })));
    for (const [at, { app }] of all.nodes.entries())
      expect(app.counters.ticks - (before[at] ?? 0)).toBeLessThanOrEqual(2);
  });

  test('[N3] what a maker does on one node is told on all within two ticks, and commands come from any node', async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak', 'walnut'] });
    const { boardId, roundId, slug, makerCookie } = all.board;
    const there = await all.phone(1);
    const makerThere = all.board.connect({ headers: { cookie: makerCookie } }, all.node(1).url);
    await makerThere.join({ slug, as: 'maker' });

    await all.board.maker.must('round:close', { boardId, roundId });
    await all.tick(TICK_MS);
    expect(there.round.status).toBe('closed');

    await makerThere.must('round:reveal', { boardId, roundId });
    await all.tick(TICK_MS);
    expect(all.board.maker.round.status).toBe('revealed');
    expect(there.round.status).toBe('revealed');
  });

  test('[N3] [A2] another window of the device at another node shows its ballot, and what voters see', async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak', 'walnut'], results: 'after-vote' });
    const here = await all.phone(0);
    const there = await all.phone(1, { device: here.joined?.device ?? '' });
    const other = await all.phone(1);
    await all.tick(2_000);

    await here.cast('oak');
    await all.tick(TICK_MS);
    await all.tick(TICK_MS);
    expect(there.fromOtherWindows).toMatchObject([{ ballot: { entries: [there.entry('oak')] } }]);
    expect([there.tally, other.tally]).toEqual([{ oak: 1 }, null]);

    await here.cast();
    await all.tick(TICK_MS);
    await all.tick(TICK_MS);
    expect(there.fromOtherWindows.at(-1)).toMatchObject({ ballot: { entries: [] } });
    expect(there.tally).toBeNull();
  });

  test('[A2] whoever has voted in a round is told with its reveal no counts of the one that is voted on meanwhile', async () => {
    let meanwhile: (() => Promise<unknown>) | null = null;
    const wrapStore = (store: Store): Store => ({
      ...store,
      async readTally(...run) {
        const vote = meanwhile;
        meanwhile = null;
        await vote?.();
        return store.readTally(...run);
      },
    });
    const setup = { drafts: ['oak', 'walnut'], results: 'after-vote', wrapStore } as const;
    await using all = await startNodes(redis(), 1, setup);
    const { boardId, roundId, maker } = all.board;
    const [ana, ben] = [await all.phone(0), await all.phone(0)];
    await ana.cast('oak');
    await maker.must('round:close', { boardId, roundId });
    const next = await maker.must('round:copy', { boardId, roundId });
    await maker.must('round:open', { boardId, roundId: next.roundId });
    await all.tick(2_000);

    meanwhile = () => ben.cast('walnut');
    await maker.must('round:reveal', { boardId, roundId });
    await all.board.delivered();
    expect([ana.tally, ben.tally]).toEqual([null, { walnut: 1 }]);
    expect(ana.view?.rounds[0]?.tally.counts).toEqual([1, 0]);
  });
});
