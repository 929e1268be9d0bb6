import { expect, test } from 'vitest';
import type { IdeaSettings } from '../../shared/board-view.ts';
import { startBoard } from '../support/start-board.ts';

const ideas: IdeaSettings = { whileVoting: true, review: false, pictures: false, each: 5 };
const words = { reason: '', text: 'Wird gebaut.', picture: null, alt: '', promise: null };

test('[O2] winners need no reason, others do; the outcome reaches every phone', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss', 'Esche'] });
  const { boardId, roundId, maker } = board;
  const [ana, ben] = [await board.phone(), await board.phone()];
  await ana.cast('Eiche');
  await ben.cast('Nuss');
  const [oak, walnut, ash] = ['Eiche', 'Nuss', 'Esche'].map((title) => ana.entry(title)) as [
    string,
    string,
    string,
  ];
  const publish = (chosen: string[], reason = '') =>
    maker.ask('outcome:publish', { boardId, roundId, ...words, chosen, reason });
  await maker.must('round:close', { boardId, roundId });
  expect(await publish([oak])).toMatchObject({ no: { code: 'round_wrong_status' } });
  await maker.must('round:reveal', { boardId, roundId });

  expect(await publish([ash])).toMatchObject({ no: { code: 'reason_missing' } });
  expect(await publish([])).toMatchObject({ no: { code: 'reason_missing' } });
  expect(await publish([oak, walnut])).toMatchObject({ ok: true });
  expect(await publish([ash], 'Eiche ist nicht zu bekommen.')).toMatchObject({ ok: true });
  await board.delivered();
  expect(ana.round.outcome).toMatchObject({ chosen: [ash], reason: 'Eiche ist nicht zu bekommen.' });
});

test('[O2] [T8] a folded idea wins nothing, and without a vote nobody wins, also not in a duel', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'duel' } });
  const { boardId, roundId, maker } = board;
  const ana = await board.phone();
  const [oak] = [await ana.submit('Eiche'), await ana.submit('Nuss')];
  await maker.must('round:close', { boardId, roundId });
  await maker.must('round:reveal', { boardId, roundId });
  const command = { boardId, roundId, ...words, chosen: [oak] };
  expect(await maker.ask('outcome:publish', command)).toMatchObject({ no: { code: 'reason_missing' } });

  await maker.must('round:open', { boardId, roundId });
  await board.delivered();
  await ana.cast('Nuss', 'Eiche');
  await maker.must('idea:fold', {
    boardId,
    ideaId: ana.entry('Nuss'),
    reason: 'off-topic',
    sentence: 'Gibt es nicht.',
  });
  await maker.must('round:close', { boardId, roundId });
  await maker.must('round:reveal', { boardId, roundId });
  expect(await maker.ask('outcome:publish', command)).toMatchObject({ no: { code: 'reason_missing' } });
});

test('[O3] [O4] steps of a promise reach the phones, and the last one can be taken back', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { boardId, roundId, maker, clock } = board;
  const ana = await board.phone();
  await ana.cast('Eiche');
  await maker.must('round:close', { boardId, roundId });
  await maker.must('round:reveal', { boardId, roundId });
  const by = clock.now() + 86_400_000;
  const promise = { text: 'Bis morgen.', by };
  const chosen = [ana.entry('Eiche')];
  await maker.must('outcome:publish', { boardId, roundId, ...words, chosen, promise });
  const step = { boardId, roundId, picture: null, alt: '' };
  await maker.must('outcome:step', { ...step, kind: 'postponed', text: 'Säge kaputt.', by: by + 1 });
  await maker.must('outcome:step', { ...step, kind: 'kept', text: '', by: null });
  await maker.must('outcome:unstep', { boardId, roundId });
  await board.delivered();
  expect(ana.round.outcome?.steps).toMatchObject([{ kind: 'postponed', text: 'Säge kaputt.' }]);
  await maker.must('outcome:remove', { boardId, roundId });
  await board.delivered();
  expect(ana.round.outcome).toBeNull();
});

test('[D5] an idea becomes a draft of a later round, and names it', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId, maker } = board;
  const ana = await board.phone();
  const [hook, wheels] = [await ana.submit('Haken'), await ana.submit('Rollen')];
  const { roundId } = await maker.must('round:add', {
    boardId,
    question: 'Was bauen wir?',
    rule: { kind: 'choose', min: 1, max: 1 },
    results: 'live',
    seconds: null,
    ideas: null,
  });
  const { draftId } = await maker.must('idea:promote', {
    boardId,
    ideaIds: [hook, wheels],
    toRoundId: roundId,
  });
  await board.delivered();
  const round = maker.view?.rounds.find(({ id }) => id === roundId);
  expect(round?.entries).toMatchObject([{ id: draftId, title: 'Haken', origin: [hook, wheels] }]);
});

test('[G2] a change of the rules while a round is open needs a yes, and is announced to all phones', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId, roundId, maker } = board;
  const [ana, stage] = [await board.phone(), await board.stage()];
  const settings = { ...ideas, each: 1 };
  const [terms, round] = [
    { boardId, keepDays: 30 },
    { boardId, roundId, ideas: settings },
  ];
  const needed = { no: { code: 'needs_confirmation' } };
  expect(await maker.ask('board:update', terms)).toMatchObject(needed);
  expect(await maker.ask('round:update', round)).toMatchObject(needed);
  expect(await maker.ask('round:collect', { boardId, roundId, collect: false })).toMatchObject(needed);
  expect(ana.view?.head.rules.version).toBe(1);

  await maker.must('board:update', { ...terms, confirmed: true });
  await maker.must('round:update', { ...round, confirmed: true });
  await maker.must('round:collect', { boardId, roundId, collect: false, confirmed: true });
  await board.delivered();
  for (const phone of [ana, stage]) {
    expect(phone.view?.head.rules).toMatchObject({
      version: 4,
      changes: [
        { version: 2, topics: ['keepDays'], whileOpen: true },
        { version: 3, topics: ['ideas'], whileOpen: true },
        { version: 4, topics: ['ideas'], whileOpen: true },
      ],
    });
    expect(phone.round).toMatchObject({ ideas: settings, collecting: false });
  }
  const acts = (await maker.must('board:log', { boardId })).map(({ act }) => act);
  expect(acts.slice(0, 3)).toEqual(['collecting-changed', 'round-updated', 'board-updated']);
});

test('[W1] the stage shows what the maker puts there', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId, roundId, maker } = board;
  const [ana, stage] = [await board.phone(), await board.stage()];
  const ideaId = await ana.submit('Haken');
  const scene = { kind: 'idea', roundId, ideaId } as const;
  await maker.must('stage:show', { boardId, scene });
  await board.delivered();
  expect(stage.view?.head.scene).toEqual(scene);
  expect(await ana.ask('stage:show', { boardId, scene: null })).toMatchObject({
    no: { code: 'not_allowed' },
  });
});
