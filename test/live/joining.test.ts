import { expect, test } from 'vitest';
import { startBoard } from '../support/start-board.ts';

test('joining with the current seq spares the view, and the frame still brings the tally', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  await ana.cast('Eiche');
  const joined = await ana.join({ slug: board.slug, as: 'follower', seq: ana.view?.seq ?? 0 });
  expect(joined.view).toBeNull();
  expect(joined.frame.tally?.counts).toEqual([1, 0]);
});

test('whoever joins while others vote ends with the same tally as all', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const early = await Promise.all(Array.from({ length: 12 }, () => board.phone()));
  const casting = early.map((phone, i) => phone.cast(i % 3 === 0 ? 'Nuss' : 'Eiche'));
  const late = await Promise.all(Array.from({ length: 6 }, () => board.phone()));
  await Promise.all(casting);
  await board.tick();
  for (const phone of [...early, ...late]) expect(phone.tally).toEqual({ Nuss: 4, Eiche: 8 });
});

test('[A1] a draft round is not sent to followers until it is shown', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], open: false });
  const ana = await board.phone();
  expect(ana.view?.rounds).toEqual([]);
  await board.maker.must('round:show', { boardId: board.boardId, roundId: board.roundId });
  await board.delivered();
  expect(ana.round.entries.map(({ title }) => title)).toEqual(['Eiche', 'Nuss']);
});

test('presence rides on the tick: joining broadcasts nothing', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  const before = ana.frames.length;
  const ben = await board.phone();
  await board.delivered();
  expect(ana.frames.length).toBe(before);
  await board.tick();
  expect(ana.view?.present).toBe(2);
  await ben.close();
  await expect.poll(() => board.room().view('maker').present).toBe(1);
  await board.tick();
  expect(ana.view?.present).toBe(1);
});

test('[B4] a renewed stage link ends the old one', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const stage = await board.stage();
  const old = board.room().board.stageToken;
  await board.maker.must('stage:renew', { boardId: board.boardId });
  await board.delivered();
  expect(stage.isGone).toBe(true);
  expect(await board.connect().ask('board:join', { stageToken: old, as: 'stage' })).toMatchObject({
    no: { code: 'not_allowed' },
  });
});

test('a removed board tells its viewers, and is gone for those who come', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  await board.maker.must('board:remove', { boardId: board.boardId });
  await board.delivered();
  expect(ana.isGone).toBe(true);
  expect(await ana.ask('board:join', { slug: board.slug, as: 'follower' })).toMatchObject({
    no: { code: 'not_found' },
  });
});
