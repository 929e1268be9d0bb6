import { expect, test } from 'vitest';
import { collectIdeas, eraseIdea, submitIdea } from '../../server/domain/idea.ts';
import { buryIdea, mergeIdeas, publishIdea } from '../../server/domain/moderation.ts';
import { addRound, copyRound, updateRound } from '../../server/domain/round.ts';
import { closeRound, openRound, undoRound } from '../../server/domain/run.ts';
import { LIMITS } from '../../shared/limits.ts';
import { aBoardWith, decided, refusal, someFields, theRound } from '../support/boards.ts';
import { collecting, handIn, settings, theIdea, withIdeas, words } from '../support/idea-rounds.ts';
import { aBoardOfIdeas, anIdea } from '../support/ideas.ts';

test('[I1] collecting starts by hand and shows the round; ideas come until it ends', () => {
  const board = decided(collecting(), handIn('oak'));
  expect(board.currentRoundId).toBe('legs');
  const ended = decided(board, (now) => collectIdeas(now, 'legs', false, undefined, 1_700));
  expect(refusal(handIn('ash')(ended))).toBe('ideas_closed');
  expect(ended.currentRoundId).toBe('legs');
});

test('[I1] collecting that has started, or ended, already is no change', () => {
  expect(collectIdeas(collecting(), 'legs', true, undefined, 1_700)).toEqual({ ok: true, change: null });
});

test.each([true, false])('[I1] opening a round goes by whileVoting: %s', (whileVoting) => {
  const board = decided(collecting({ whileVoting }), handIn('oak'), handIn('ash'), (now) =>
    openRound(now, 'legs', 2_000),
  );
  expect(theRound(board).collecting).toBe(whileVoting);
  expect(refusal(handIn('elm', 'elm', 2_500)(board))).toBe(whileVoting ? null : 'ideas_closed');
  const back = decided(board, (now) => undoRound(now, 'legs', 0, 2_600));
  expect(theRound(back).collecting).toBe(true);
});

test('[I1] closing ends it, and taking that back goes on', () => {
  const closed = decided(
    withIdeas('oak', 'ash'),
    (now) => openRound(now, 'legs', 2_000),
    (now) => closeRound(now, 'legs', 3_000),
  );
  expect(refusal(handIn('elm', 'elm', 3_100)(closed))).toBe('ideas_closed');
  expect(refusal(collectIdeas(closed, 'legs', true, true, 3_100))).toBe('round_wrong_status');
  expect(theRound(decided(closed, (now) => undoRound(now, 'legs', 0, 3_200))).collecting).toBe(true);
});

test('[I1] [R14] at the end of the round it is too late', () => {
  const board = decided(collecting({}, { seconds: 10 }), (now) => openRound(now, 'legs', 2_000));
  expect(refusal(handIn('oak', 'oak', 11_999)(board))).toBeNull();
  expect(refusal(handIn('oak', 'oak', 12_000)(board))).toBe('ideas_closed');
});

test('[I1] an open round follows what its settings say from then on', () => {
  const open = decided(collecting(), (now) => openRound(now, 'legs', 2_000));
  const update = { ideas: { ...settings, whileVoting: false } };
  const ended = decided(open, (now) => updateRound(now, 'legs', update, { confirmed: true, now: 2_100 }));
  expect(theRound(ended).collecting).toBe(false);
  const other = { ideas: { ...settings, each: 1 } };
  const stays = decided(open, (now) => updateRound(now, 'legs', other, { confirmed: true, now: 2_100 }));
  expect(theRound(stays).collecting).toBe(true);
});

test('[I2] each participant hands in so many, also where one was erased or buried', () => {
  const two = decided(collecting({ each: 2 }), handIn('oak', 'ana'), handIn('ash', 'ana'));
  const no = { ok: false, no: { code: 'limit_reached', limit: 2 } };
  expect(handIn('elm', 'ana')(two)).toEqual(no);
  expect(refusal(handIn('elm', 'ben')(two))).toBeNull();
  expect(handIn('elm', 'ana')(decided(two, (now) => eraseIdea(now, 'oak', 'ana')))).toEqual(no);
  expect(handIn('elm', 'ana')(decided(two, (now) => buryIdea(now, 'ash', 'forbidden')))).toEqual(no);
});

test.each([
  ['approve', LIMITS.ideasPerRound],
  ['duel', LIMITS.entriesPerDuel],
] as const)('[I2] a round of %s holds %i ideas', (kind, limit) => {
  const ideas = Array.from({ length: limit }, (_, at) => anIdea(`i${at}`));
  const full = decided(aBoardOfIdeas(ideas, { rule: { kind } }), (now) =>
    collectIdeas(now, 'legs', true, undefined, 1_500),
  );
  expect(handIn('more')(full)).toEqual({ ok: false, no: { code: 'limit_reached', limit } });
});

test('[I3] the same idea again adds nothing, whatever has become of it and of the round', () => {
  const again = { ok: true, change: null };
  const board = withIdeas('oak', 'ash');
  expect(handIn('oak')(board)).toEqual(again);
  const merged = decided(board, (now) => mergeIdeas(now, ['oak'], 'ash'));
  expect(handIn('oak')(decided(merged, (now) => collectIdeas(now, 'legs', false, undefined, 1_700)))).toEqual(
    again,
  );
});

test('[I3] an id that is taken is refused: by another author, in another round, by a draft, by a round', () => {
  const board = decided(withIdeas('oak'), (now) => addRound(now, { ...someFields, ideas: settings }, 'arms'));
  expect(refusal(handIn('oak', 'ben')(board))).toBe('idea_wrong_state');
  const elsewhere = decided(board, (now) => collectIdeas(now, 'arms', true, undefined, 1_700));
  expect(refusal(submitIdea(elsewhere, 'arms', words('oak'), 'author-oak', 1_800))).toBe('idea_wrong_state');
  const erased = decided(board, (now) => eraseIdea(now, 'oak', 'author-oak'));
  expect(refusal(handIn('oak')(erased))).toBe('idea_wrong_state');
  expect(refusal(handIn('arms')(board))).toBe('idea_wrong_state');
  const beside = decided(
    aBoardWith(['walnut'], {}, 'tops'),
    (now) => addRound(now, { ...someFields, ideas: settings }, 'legs'),
    (now) => collectIdeas(now, 'legs', true, undefined, 1_700),
  );
  expect(refusal(handIn('walnut')(beside))).toBe('idea_wrong_state');
});

test('a picture comes only where the round takes pictures', () => {
  const without = collecting({ pictures: false });
  expect(refusal(handIn('oak')(without))).toBe('command_invalid');
  const plain = { ...words('oak'), picture: null };
  expect(refusal(submitIdea(without, 'legs', plain, 'ana', 1_600))).toBeNull();
});

test('[I4] with review an idea waits until it is published, without it is shown', () => {
  const board = decided(collecting({ review: true }), handIn('oak'));
  expect(theIdea(board, 'oak').state).toBe('waiting');
  expect(
    theIdea(
      decided(board, (now) => publishIdea(now, 'oak')),
      'oak',
    ).state,
  ).toBe('shown');
  expect(theIdea(withIdeas('oak'), 'oak')).toMatchObject({ ...words('oak'), state: 'shown', at: 1_600 });
  expect(refusal(publishIdea(withIdeas('oak'), 'oak'))).toBe('idea_wrong_state');
});

test('[I6] [I7] an erased idea leaves its place, and nothing else of it', () => {
  const board = decided(withIdeas('oak', 'ash'), (now) => eraseIdea(now, 'oak', 'author-oak'));
  expect(theRound(board).entries.map(({ id }) => id)).toEqual(['oak', 'ash']);
  expect(theIdea(board, 'oak')).toEqual({
    ...anIdea('oak', { title: '', at: 1_600, state: 'gone', author: null, reason: 'author' }),
  });
  expect(JSON.stringify(board)).not.toMatch(/(title|text|alt) of oak/);
});

test('[I6] only its author erases an idea, and once is enough', () => {
  const board = withIdeas('oak');
  expect(refusal(eraseIdea(board, 'oak', 'ben'))).toBe('not_allowed');
  expect(refusal(eraseIdea(board, 'elm', 'ben'))).toBe('not_found');
  const erased = decided(board, (now) => eraseIdea(now, 'oak', 'author-oak'));
  expect(eraseIdea(erased, 'oak', 'author-oak')).toEqual({ ok: true, change: null });
});

test('[I6] what was merged into an erased idea stands for itself again', () => {
  const board = decided(
    withIdeas('oak', 'ash', 'elm', 'fir'),
    (now) => mergeIdeas(now, ['ash', 'elm'], 'oak'),
    (now) => eraseIdea(now, 'elm', 'author-elm'),
  );
  expect(theIdea(board, 'elm')).toMatchObject({ state: 'gone', into: 'oak' });
  const without = decided(board, (now) => eraseIdea(now, 'oak', 'author-oak'));
  expect(theIdea(without, 'ash')).toMatchObject({ state: 'shown', into: null });
  expect(theIdea(without, 'elm')).toMatchObject({ state: 'gone', into: null });
});

test('[I8] without new ideas to come, a round opens with two that are shown', () => {
  const one = decided(collecting({ whileVoting: false, review: true }), handIn('oak'), handIn('ash'), (now) =>
    publishIdea(now, 'oak'),
  );
  expect(openRound(one, 'legs', 2_000)).toEqual({ ok: false, no: { code: 'round_needs_drafts', limit: 2 } });
  const two = decided(one, (now) => publishIdea(now, 'ash'));
  expect(refusal(openRound(two, 'legs', 2_000))).toBeNull();
  expect(refusal(openRound(collecting(), 'legs', 2_000))).toBeNull();
});

test('[I8] duels open with so many that they come to an end', () => {
  const ideas = Array.from({ length: LIMITS.entriesPerDuel + 1 }, (_, at) => anIdea(`i${at}`));
  const limit = LIMITS.entriesPerDuel;
  const full = aBoardOfIdeas(ideas, { rule: { kind: 'duel' } });
  expect(openRound(full, 'legs', 2_000)).toEqual({ ok: false, no: { code: 'limit_reached', limit } });
  expect(
    refusal(
      openRound(
        decided(full, (now) => mergeIdeas(now, ['i1'], 'i0')),
        'legs',
        2_000,
      ),
    ),
  ).toBeNull();
});

test('[R19] a round stays one of ideas or one of drafts', () => {
  const at = { now: 2_000 };
  expect(refusal(updateRound(collecting(), 'legs', { ideas: null }, at))).toBe('command_invalid');
  expect(refusal(updateRound(aBoardWith([]), 'legs', { ideas: settings }, at))).toBe('command_invalid');
  expect(refusal(updateRound(aBoardWith([]), 'legs', { ideas: null }, at))).toBeNull();
  expect(refusal(submitIdea(aBoardWith([]), 'legs', words('oak'), 'ana', 2_000))).toBe('round_wrong_status');
  expect(refusal(collectIdeas(aBoardWith([]), 'legs', true, undefined, 2_000))).toBe('round_wrong_status');
});

test('[R19] [R3] once it has a run, only how a round takes ideas may change', () => {
  const open = decided(collecting(), (now) => openRound(now, 'legs', 2_000));
  const yes = { confirmed: true, now: 2_100 };
  const update = { ideas: { ...settings, each: 3 } };
  expect(theRound(decided(open, (now) => updateRound(now, 'legs', update, yes))).ideas?.each).toBe(3);
  expect(refusal(updateRound(open, 'legs', { ...update, question: 'Or?' }, yes))).toBe('round_locked');
});

test('[R4] a copied round of ideas starts without them', () => {
  const board = decided(withIdeas('oak'), (now) => copyRound(now, 'legs', 'copy', () => 'x'));
  expect(theRound(board, 'copy')).toMatchObject({ entries: [], collecting: false, ideas: settings });
});

test('an unknown round takes no ideas', () => {
  expect(refusal(submitIdea(collecting(), 'arms', words('oak'), 'ana', 2_000))).toBe('not_found');
  expect(refusal(collectIdeas(collecting(), 'arms', true, undefined, 2_000))).toBe('not_found');
});
