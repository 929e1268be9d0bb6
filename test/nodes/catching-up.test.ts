import { expect, test } from 'vitest';
import type { IdeaSettings } from '../../shared/board-view.ts';
import type { Store } from '../../server/store/store.ts';
import { startNodes } from '../support/start-nodes.ts';
import { describeWithRedis } from '../support/with-redis.ts';

const TICK_MS = 20;
const ideas: IdeaSettings = { whileVoting: true, review: false, pictures: false, each: 5 };

describeWithRedis('a node that has to catch up', (redis) => {
  test.each([
    ['every tenth signal', 10],
    ['every signal', 1],
  ])('[N5] with %s lost, all screens are right within two seconds', async (_, nth) => {
    let sent = 0;
    await using all = await startNodes(redis(), 2, {
      drafts: ['oak', 'walnut'],
      isLost: () => ++sent % nth === 0,
    });
    const { boardId, roundId, maker } = all.board;
    const phones = await Promise.all([0, 1, 0, 1, 0, 1].map((at) => all.phone(at)));
    for (const phone of phones) {
      await phone.cast('oak');
      await all.tick(TICK_MS);
      await phone.cast('walnut');
    }
    await all.tick(1_000);
    await all.tick(1_000);
    expect(phones.map(({ tally }) => tally)).toEqual(phones.map(() => ({ walnut: 6 })));

    await maker.must('round:close', { boardId, roundId });
    await maker.must('round:reveal', { boardId, roundId });
    await all.tick(1_000);
    await all.tick(1_000);
    expect(phones.map(({ round }) => round.status)).toEqual(phones.map(() => 'revealed'));
  });

  test('[N6] a page that nobody looked at for a while is compared with the store before it is shown', async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak', 'walnut'], isLost: () => true });
    const { boardId, slug, maker } = all.board;
    const page = async () => (await fetch(`${all.node(1).url}/b/${slug}`)).text();
    await page();
    await maker.must('board:update', { boardId, title: 'Hocker', confirmed: true });
    all.clock.turn(1_000);
    expect(await page()).toContain('Hocker');
    await maker.must('board:remove', { boardId });
    all.clock.turn(1_000);
    expect((await fetch(`${all.node(1).url}/b/${slug}`)).status).toBe(404);
  });

  test('[N6] who comes from a node that knew more is answered after catching up', async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak', 'walnut'], isLost: () => true });
    const { boardId, roundId, slug, maker } = all.board;
    const [here, there] = [await all.phone(0), await all.phone(1)];
    await all.settled();
    await maker.must('round:close', { boardId, roundId });
    await all.board.delivered();
    const { seq } = here.view ?? { seq: 0 };
    expect(there.view?.seq).toBe(seq - 1);

    const moved = all.board.connect({}, all.node(1).url);
    moved.view = here.view;
    await moved.join({ slug, as: 'follower', seq });
    expect(moved.joined).toMatchObject({ view: null, frame: { seq } });
    expect(moved.round.status).toBe('closed');
  });

  test('[N6] a ballot for a run that another node has opened is not refused for what was known', async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak', 'walnut'], isLost: () => true });
    const { boardId, roundId, maker } = all.board;
    const there = await all.phone(1);
    await all.settled();
    await maker.must('round:close', { boardId, roundId });
    await maker.must('round:open', { boardId, roundId });
    expect(await there.tryCast(['oak'], { run: 2 })).toMatchObject({ ok: true });
    expect(there.round).toMatchObject({ run: 2, status: 'open' });
  });

  test("[N6] a maker's command is not refused for what was known", async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak', 'walnut'], isLost: () => true });
    const { boardId, roundId, slug, maker, makerCookie } = all.board;
    const makerThere = all.board.connect({ headers: { cookie: makerCookie } }, all.node(1).url);
    await makerThere.join({ slug, as: 'maker' });
    await all.settled();
    await maker.must('round:close', { boardId, roundId });
    expect(await makerThere.ask('round:reveal', { boardId, roundId })).toMatchObject({ ok: true });
  });

  test.each([
    ['heard of', false],
    ['found out', true],
  ])('[N3] a board that was removed elsewhere is gone here: %s', async (_, isLost) => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak'], open: false, isLost: () => isLost });
    const there = await all.phone(1);
    await all.board.maker.must('board:remove', { boardId: all.board.boardId });
    await all.tick(isLost ? 1_000 : TICK_MS);
    expect(there.isGone).toBe(true);
    expect(await there.ask('board:join', { slug: all.board.slug, as: 'follower' })).toMatchObject({
      no: { code: 'not_found' },
    });
  });

  test('[N3] [M4] authors hear of their ideas on every node, and merged counts are told with the merge', async () => {
    await using all = await startNodes(redis(), 2, { ideas, rule: { kind: 'approve' } });
    const { boardId, maker } = all.board;
    const [ana, ben] = [await all.phone(0), await all.phone(1)];
    const [oak, ash] = [await ana.submit('oak'), await ben.submit('ash')];
    await all.tick(TICK_MS);
    await all.tick(TICK_MS);
    await ana.cast('oak', 'ash');
    await ben.cast('ash');
    await maker.must('idea:merge', { boardId, ideaIds: [ash], into: oak });
    await all.tick(TICK_MS);
    await all.tick(TICK_MS);
    expect(ben.mine?.ideas).toMatchObject([{ id: ash, state: 'merged' }]);
    expect(ana.tally).toEqual({ oak: 2 });
    expect(ben.tally).toEqual({ oak: 2 });
  });

  test('[N4] commands on two nodes at once: each is decided on what the other has committed', async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak'], open: false });
    const { boardId, roundId, slug, makerCookie, maker } = all.board;
    const there = all.board.connect({ headers: { cookie: makerCookie } }, all.node(1).url);
    await there.join({ slug, as: 'maker' });
    const titles = Array.from({ length: 20 }, (_, at) => `draft ${at}`);
    await Promise.all(
      titles.map((title, at) =>
        (at % 2 === 0 ? maker : there).must('draft:add', {
          boardId,
          roundId,
          drafts: [{ title, text: '', picture: null, alt: '' }],
        }),
      ),
    );
    await all.tick(TICK_MS);
    await all.tick(TICK_MS);
    const told = [maker, there].map(({ view }) => view?.rounds[0]?.entries.map(({ title }) => title));
    expect(new Set(told[0])).toEqual(new Set(['oak', ...titles]));
    expect(told[1]).toEqual(told[0]);
  });

  test('[N4] a commit that failed and was written all the same is found, and told', async () => {
    let fails = false;
    await using all = await startNodes(redis(), 2, {
      drafts: ['oak', 'walnut'],
      wrapStore: (store) => silentAfter(store, () => fails),
    });
    const { boardId, roundId, maker } = all.board;
    const phone = await all.phone(0);
    fails = true;
    expect(await maker.ask('round:close', { boardId, roundId })).toMatchObject({
      no: { code: 'unavailable' },
    });
    fails = false;
    await maker.must('round:reveal', { boardId, roundId });
    await all.board.delivered();
    expect(phone.round.status).toBe('revealed');

    fails = true;
    await maker.ask('round:undo', { boardId, roundId, status: 'revealed', run: 1 });
    await all.tick(1_000);
    expect(phone.round.status).toBe('closed');
  });

  test('[N8] a round ends once, at its end, on all nodes', async () => {
    await using all = await startNodes(redis(), 3, { drafts: ['oak', 'walnut'], seconds: 60 });
    const phones = await Promise.all([0, 1, 2].map((at) => all.phone(at)));
    const { closesAt } = phones[0]?.round ?? {};
    await all.tick(60_000);
    await all.tick(TICK_MS);
    for (const { round } of phones) expect(round).toMatchObject({ status: 'closed', closedAt: closesAt });
    const log = await all.node(0).store.readLog(all.board.boardId);
    expect(log.filter(({ change }) => change.kind === 'round-closed')).toHaveLength(1);
  });

  test('[N8] a round whose node has ended is closed by another one, though nobody looks at it there', async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak', 'walnut'], seconds: 60 });
    const { boardId } = all.board;
    const closesAt = all.clock.now() + 60_000;
    await all.node(0).end();
    all.clock.turn(60 * 60 * 1_000);
    const { store } = all.node(1);
    const round = async () => {
      all.clock.turn(0);
      return (await store.readBoard(boardId))?.rounds[0];
    };
    await expect.poll(round).toMatchObject({ status: 'closed', closedAt: closesAt });
  });

  test('[N7] present are the phones of all nodes; those of a node that ended are gone', async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak', 'walnut'] });
    const phones = await Promise.all([0, 1, 1].map((at) => all.phone(at)));
    const settle = async () => {
      for (let i = 0; i < 4; i += 1) await all.tick(1_000);
    };
    await settle();
    expect(phones.map(({ view }) => view?.present)).toEqual([3, 3, 3]);
    await all.node(1).end();
    await all.tick(1_000);
    await all.tick(2_000);
    expect(phones[0]?.view?.present).toBe(1);
  });
});

/** The commit is made, and its answer never comes. */
function silentAfter(store: Store, fails: () => boolean): Store {
  return {
    ...store,
    async commit(...args) {
      const isCommitted = await store.commit(...args);
      if (fails()) throw new Error('no answer');
      return isCommitted;
    },
  };
}
