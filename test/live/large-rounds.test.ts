import { expect, test } from 'vitest';
import { applyFrame } from '../../shared/apply.ts';
import type { ResultsShown, TallyFrame } from '../../shared/board-view.ts';
import { type BoardSetup, startBoard } from '../support/start-board.ts';

const MANY = Array.from({ length: 80 }, (_, i) => `Entwurf ${i}`);

function startLarge(results: ResultsShown = 'live', setup: BoardSetup = {}) {
  return startBoard({ drafts: MANY, rule: { kind: 'approve' }, results, ...setup });
}

test('a large round is told whole once, and then only what has moved', async () => {
  await using board = await startLarge();
  const [ana, ben] = [await board.phone(), await board.phone()];
  await board.tick();
  await ana.cast('Entwurf 3', 'Entwurf 70');
  await board.tick();
  await ben.cast('Entwurf 70');
  await board.tick();
  const last = ana.frames.at(-1);
  expect(last).not.toHaveProperty('tally');
  expect(last?.move).toEqual({ since: 1, version: 2, ballots: 2, at: [70], counts: [2] });
  expect(JSON.stringify(last).length).toBeLessThan(200);
  for (const phone of [ana, ben]) expect(phone.tally).toEqual({ 'Entwurf 3': 1, 'Entwurf 70': 2 });
});

test('whoever joins gets the whole tally, and moves on with the others', async () => {
  await using board = await startLarge();
  const ana = await board.phone();
  await ana.cast('Entwurf 3');
  await board.tick();
  const late = await board.phone();
  expect(late.tally).toEqual({ 'Entwurf 3': 1 });
  await late.cast('Entwurf 5');
  await board.tick();
  expect(late.frames.at(-1)).toHaveProperty('move');
  const again = await late.join({ slug: board.slug, as: 'follower', seq: late.view?.seq ?? 0 });
  expect(again).toMatchObject({ view: null, frame: { tally: { version: 2 } } });
  for (const phone of [ana, late]) expect(phone.tally).toEqual({ 'Entwurf 3': 1, 'Entwurf 5': 1 });
});

test('whoever missed a tick is stale and asks again; an old one changes nothing', async () => {
  await using board = await startLarge();
  const ana = await board.phone();
  await board.tick();
  const views = [ana.view];
  for (const title of ['Entwurf 1', 'Entwurf 2', 'Entwurf 3']) {
    await ana.cast(title);
    await board.tick();
    views.push(ana.view);
  }
  const [, second, third] = ana.frames.filter(({ move }) => move?.at.length).slice(-3) as TallyFrame[];
  if (!views[1] || !second || !third) throw new Error('no frames');
  expect(applyFrame(views[1], third)).toBe('stale');
  expect(applyFrame(views[1], second)).toEqual({ ...views[2], present: second.present });
  if (views[3]) expect(applyFrame(views[3], second)).toEqual({ ...views[3], present: second.present });
});

test('the answer to a ballot spares the tally where all see it, and brings it where voting opens it', async () => {
  await using live = await startLarge();
  const ana = await live.phone();
  const spared = await ana.tryCast(['Entwurf 1']);
  expect(spared.ok && spared.value).not.toHaveProperty('tally');

  await using opened = await startLarge('after-vote');
  const ben = await opened.phone();
  const brought = await ben.tryCast(['Entwurf 1']);
  expect(brought.ok && brought.value.tally?.counts?.slice(0, 3)).toEqual([0, 1, 0]);
});

test('[A2] after-vote: in a large round voters get the moves, and no count goes to others', async () => {
  await using board = await startLarge('after-vote');
  const [ana, ben, stage] = [await board.phone(), await board.phone(), await board.stage()];
  const cem = await board.phone();
  await ana.cast('Entwurf 1');
  await board.tick();
  await ben.cast('Entwurf 2');
  await board.tick();
  expect(ana.frames.at(-1)).toHaveProperty('move');
  for (const phone of [ana, ben]) expect(phone.tally).toEqual({ 'Entwurf 1': 1, 'Entwurf 2': 1 });
  for (const phone of [cem, stage]) {
    expect(phone.tally).toBeNull();
    expect(phone.frames.filter(({ move, tally }) => move || tally?.counts)).toEqual([]);
    expect(phone.round.tally.ballots).toBe(2);
  }
});

test('[M4] merging in a large round is told with its counts, and the next tick moves on from there', async () => {
  const ideas = { whileVoting: true, review: false, pictures: false, each: 20 };
  await using board = await startBoard({ ideas, rule: { kind: 'rank', max: 3 } });
  const phones = await Promise.all(Array.from({ length: 4 }, () => board.phone()));
  const ids: string[] = [];
  for (let i = 0; i < 72; i += 1) {
    const phone = phones[i % 4];
    if (phone) ids.push(await phone.submit(`Idee ${i}`));
    board.clock.turn(20_000);
  }
  await board.delivered();
  const [ana, ben] = phones as [(typeof phones)[0], (typeof phones)[0]];
  await ana.cast('Idee 1', 'Idee 2');
  await ben.cast('Idee 2');
  await board.tick();
  const { boardId } = board;
  await board.maker.must('idea:merge', { boardId, ideaIds: [ids[1] ?? ''], into: ids[2] ?? '' });
  await board.delivered();
  expect(ben.tally).toEqual({ 'Idee 2': 6 });
  await ana.cast('Idee 5');
  await board.tick();
  expect(ben.frames.at(-1)).toHaveProperty('move.firsts');
  expect(ben.tally).toEqual({ 'Idee 2': 3, 'Idee 5': 3 });
  expect(ben.round.tally.firsts?.slice(0, 6)).toEqual([0, 0, 1, 0, 0, 1]);
});
