import { expect, test } from 'vitest';
import { startNodes } from '../support/start-nodes.ts';
import { describeWithRedis } from '../support/with-redis.ts';

describeWithRedis('a phone that moves to another node', (redis) => {
  test('[N6] is told that the board is gone, though this node still showed it', async () => {
    await using all = await startNodes(redis(), 2, { drafts: ['oak', 'walnut'], isLost: () => true });
    const { boardId, roundId, slug, maker } = all.board;
    const ana = await all.phone(0);
    const ben = await all.phone(1);
    await maker.must('round:close', { boardId, roundId });
    await all.board.delivered();
    const seq = ana.view?.seq ?? 0;
    await maker.must('board:remove', { boardId });

    const moved = all.board.connect({}, all.node(1).url);
    expect(await moved.ask('board:join', { slug, as: 'follower', seq })).toMatchObject({
      no: { code: 'not_found' },
    });
    await all.board.delivered();
    expect(ben.isGone).toBe(true);
  });
});
