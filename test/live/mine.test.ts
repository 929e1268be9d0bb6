import { expect, test } from 'vitest';
import type { IdeaSettings } from '../../shared/board-view.ts';
import { CONSENT } from '../../shared/mine.ts';
import { startBoard } from '../support/start-board.ts';

const ideas: IdeaSettings = { whileVoting: true, review: false, pictures: false, each: 5 };

test('[P4] a participant reads everything stored about them, and nothing about others', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId, maker } = board;
  const [ana, ben] = [await board.phone(), await board.phone()];
  const own = await ana.submit('Haken', { text: 'aus Messing' });
  const other = await ben.submit('Rollen');
  await board.delivered();
  await ana.cast('Haken', 'Rollen');
  await ana.must('credit:give', { boardId, name: 'Ana', consent: CONSENT });
  await maker.must('idea:fold', { boardId, ideaId: own, reason: 'off-topic', sentence: 'Passt nicht.' });
  await maker.must('idea:fold', { boardId, ideaId: other, reason: 'insult', sentence: 'Bitte nicht.' });

  const mine = await ana.must('mine:read', { boardId });
  expect(mine).toMatchObject({
    board: { id: boardId, title: 'Nachttisch' },
    ideas: [{ id: own, title: 'Haken', text: 'aus Messing', sentence: 'Passt nicht.' }],
    credit: { name: 'Ana', consent: CONSENT },
    ballots: [{ question: 'Welches Holz?', entries: [own, other], titles: ['Haken', ''] }],
    endsAt: null,
  });
  expect(JSON.stringify(mine)).not.toMatch(/Rollen|Bitte nicht/);
  const reads = await ben.must('mine:read', { boardId });
  expect(reads.participant).not.toBe(mine.participant);
  expect(reads).toMatchObject({ ideas: [{ id: other }], ballots: [], credit: null });
});

test('[P5] ballots, ideas and name are erased at once, on every screen and every window of the device', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId, roundId, store } = board;
  const [ana, ben] = [await board.phone(), await board.phone()];
  const anaToo = await board.phone({ device: ana.joined?.device ?? '' });
  await ana.submit('Haken');
  await ben.submit('Rollen');
  await board.delivered();
  await ana.cast('Haken', 'Rollen');
  await ben.cast('Rollen');
  await ana.must('credit:give', { boardId, name: 'Ana', consent: CONSENT });

  const what = ['ballots', 'ideas', 'name'] as const;
  expect(await ana.must('mine:erase', { boardId, what: [...what] })).toEqual({ ballots: 1, ideas: 1 });
  await board.tick();
  expect(ben.tally).toEqual({ Rollen: 1 });
  expect(ben.round.tally.ballots).toBe(1);
  expect(ben.round.entries).toMatchObject([{ state: 'gone', title: '' }, { title: 'Rollen' }]);
  expect(anaToo.fromOtherWindows.at(-1)?.ballot).toMatchObject({ roundId, entries: [] });
  expect(anaToo.mine).toMatchObject({ ideas: [], credit: null });
  expect(await ana.must('mine:erase', { boardId, what: [...what] })).toEqual({ ballots: 0, ideas: 0 });
  const { participant, ballots } = await ana.must('mine:read', { boardId });
  expect(ballots).toMatchObject([{ entries: [], titles: [] }]);
  expect(await store.readBallots(boardId, participant)).toMatchObject([{ entries: [] }]);
});

test('[P5] [V6] a ballot that was on its way when all were withdrawn does not come back', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { boardId } = board;
  const ana = await board.phone();
  await ana.tryCast(['Eiche'], { rev: 9 });
  await ana.must('mine:erase', { boardId, what: ['ballots'] });
  await ana.tryCast(['Nuss'], { rev: 9 });
  await board.tick();
  expect(ana.tally).toEqual({});
  await ana.tryCast(['Nuss'], { rev: 11 });
  await board.tick();
  expect(ana.tally).toEqual({ Nuss: 1 });
});

test('[P5] what was counted in a round that is over stays counted', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { boardId, roundId, maker } = board;
  const ana = await board.phone();
  await ana.cast('Eiche');
  await maker.must('round:close', { boardId, roundId });
  expect(await ana.must('mine:erase', { boardId, what: ['ballots'] })).toEqual({ ballots: 0, ideas: 0 });
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1 });
});

test('[V6] [A2] after-vote: who withdraws is a follower again, now and after a reload', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-vote' });
  const [ana, ben] = [await board.phone(), await board.phone()];
  await ana.cast('Eiche');
  await ben.cast('Nuss');
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1, Nuss: 1 });
  const ack = await ana.tryCast([]);
  expect(ack).toMatchObject({ ok: true, value: { tally: { ballots: 1, counts: null } } });
  expect(ana.tally).toBeNull();
  await ben.cast('Eiche');
  await board.tick();
  expect(ana.tally).toBeNull();
  expect((await board.phone({ device: ana.joined?.device ?? '' })).tally).toBeNull();
  await ana.cast('Nuss');
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1, Nuss: 1 });
});

test('[P5] [V3] the highest rev there is can be withdrawn, and harms nobody who votes at the same time', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { boardId } = board;
  const [ana, ben] = [await board.phone(), await board.phone()];
  expect(await ana.tryCast(['Eiche'], { rev: Number.MAX_SAFE_INTEGER })).toMatchObject({
    no: { code: 'command_invalid' },
  });
  await ana.tryCast(['Eiche'], { rev: Number.MAX_SAFE_INTEGER - 1 });
  await ana.must('mine:erase', { boardId, what: ['ballots'] });
  const both = await Promise.all([ana.tryCast(['Eiche'], { rev: 1 }), ben.tryCast(['Nuss'])]);
  expect(both).toMatchObject([{ ok: true, value: { ballot: { entries: [] } } }, { ok: true }]);
  expect(await ana.must('mine:read', { boardId })).toMatchObject({ ballots: [{ entries: [] }] });
});
