import { expect, test } from 'vitest';
import type { BallotRule } from '../../shared/board-view.ts';
import { startBoard } from '../support/start-board.ts';

const drafts = ['Eiche', 'Nuss', 'Esche'];
const start = (rule: BallotRule) => startBoard({ drafts, rule });

test('[T5] a ranking is counted by places, and every screen is told who was put first', async () => {
  await using board = await start({ kind: 'rank', max: 3 });
  const [ana, ben] = [await board.phone(), await board.phone()];
  await ana.cast('Nuss', 'Eiche');
  await ben.cast('Nuss', 'Esche', 'Eiche');
  await board.tick();
  for (const phone of [ana, ben]) {
    expect(phone.round.tally).toEqual({ version: 2, ballots: 2, counts: [3, 6, 2], firsts: [0, 2, 0] });
  }
  expect(await ana.tryCast([...drafts, 'Nuss'])).toEqual({ ok: false, no: { code: 'ballot_invalid' } });
});

test('[V5] [T6] points are spread within the budget, and come back to the device that spread them', async () => {
  await using board = await start({ kind: 'points', budget: 5 });
  const ana = await board.phone();
  expect(await ana.tryCast(['Nuss', 'Esche'], { points: [4, 2] })).toMatchObject({ ok: false });
  expect(await ana.tryCast(['Nuss', 'Esche'])).toMatchObject({ ok: false });
  expect(await ana.tryCast(['Nuss', 'Esche'], { points: [4, 1] })).toMatchObject({
    ok: true,
    value: { ballot: { points: [4, 1] }, tally: { counts: [0, 4, 1] } },
  });
  const { ballots } = await ana.join({ slug: board.slug, as: 'follower' });
  expect(ballots).toMatchObject([{ points: [4, 1] }]);
});

test('[T7] duels move the chances of all, with their intervals', async () => {
  await using board = await start({ kind: 'duel' });
  const [ana, ben] = [await board.phone(), await board.phone()];
  await ana.cast('Nuss', 'Eiche', 'Nuss', 'Esche');
  await ben.cast('Eiche', 'Esche');
  await board.tick();
  const { counts, duels } = ana.round.tally;
  expect(counts).toEqual([1, 2, 0]);
  expect(duels?.pairs).toBe(3);
  const [oak = 0, walnut = 0, ash = 0] = duels?.chance ?? [];
  expect([walnut > oak, oak > ash]).toEqual([true, true]);
  expect((duels?.low[1] ?? 1) < walnut && walnut < (duels?.high[1] ?? 0)).toBe(true);
  expect(ben.round.tally).toEqual(ana.round.tally);
  expect(await ben.tryCast(['Eiche', 'Esche', 'Esche', 'Eiche'])).toMatchObject({ ok: false });
});

test.each<BallotRule>([{ kind: 'choose', min: 1, max: 1 }, { kind: 'rank', max: 3 }, { kind: 'duel' }])(
  '[V6] with the rule %o a withdrawn ballot counts nowhere, and an older one comes too late',
  async (rule) => {
    await using board = await start(rule);
    const ana = await board.phone();
    const titles = rule.kind === 'duel' ? ['Nuss', 'Eiche'] : ['Nuss'];
    await ana.tryCast(titles, { rev: 5 });
    await ana.tryCast([], { rev: 6 });
    expect(await ana.tryCast(titles, { rev: 4 })).toMatchObject({
      ok: true,
      value: { ballot: { rev: 6, entries: [] } },
    });
    await board.tick();
    expect(ana.round.tally).toMatchObject({ ballots: 0, counts: [0, 0, 0] });
    const { ballots, counts } = await board.store.recount(board.roundId, 1);
    expect([ballots, counts.size]).toEqual([0, 0]);
  },
);
