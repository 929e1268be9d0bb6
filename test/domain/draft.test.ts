import { expect, test } from 'vitest';
import { addDrafts, moveDraft, removeDraft, updateDraft } from '../../server/domain/draft.ts';
import { openRound } from '../../server/domain/run.ts';
import { LIMITS } from '../../shared/limits.ts';
import { aBoardWith, aDraft, decided, refusal, theRound } from '../support/boards.ts';

const titles = (board: ReturnType<typeof aBoardWith>) => theRound(board).entries.map(({ title }) => title);

test('[D1] drafts come last, in the given order', () => {
  const board = decided(aBoardWith(['oak']), (now) => addDrafts(now, 'legs', [aDraft('ash'), aDraft('elm')]));
  expect(titles(board)).toEqual(['oak', 'ash', 'elm']);
});

test('[D1] drafts that do not all fit are all refused', () => {
  const most = Array.from({ length: LIMITS.entriesPerRound }, (_, at) => `d${at}`);
  const nearly = aBoardWith(most.slice(1));
  expect(refusal(addDrafts(nearly, 'legs', [aDraft('one')]))).toBeNull();
  expect(addDrafts(nearly, 'legs', [aDraft('one'), aDraft('two')])).toEqual({
    ok: false,
    no: { code: 'limit_reached', limit: LIMITS.entriesPerRound },
  });
});

test('[D2] [R2] an update moves only the fields it names, of this draft', () => {
  const before = aBoardWith(['oak', 'ash']);
  const update = { title: 'Oak, oiled', text: undefined, id: 'other' };
  const after = decided(before, (now) => updateDraft(now, 'legs', 'oak', update));
  expect(theRound(after).entries).toEqual([{ ...aDraft('oak'), title: 'Oak, oiled' }, aDraft('ash')]);
});

test('[D2] a picture can be taken away', () => {
  const picture = { hash: 'a'.repeat(32), width: 10, height: 10, blur: '' };
  const pictured = decided(aBoardWith(['oak']), (now) => updateDraft(now, 'legs', 'oak', { picture }));
  expect(theRound(pictured).entries.at(0)?.picture).toEqual(picture);
  const without = decided(pictured, (now) => updateDraft(now, 'legs', 'oak', { picture: null }));
  expect(theRound(without).entries.at(0)?.picture).toBeNull();
});

test('[D2] a removed draft is gone', () => {
  expect(titles(decided(aBoardWith(['oak', 'ash']), (now) => removeDraft(now, 'legs', 'oak')))).toEqual([
    'ash',
  ]);
});

test.each([
  ['oak', 2, ['ash', 'elm', 'oak']],
  ['elm', 0, ['elm', 'oak', 'ash']],
  ['oak', 99, ['ash', 'elm', 'oak']],
])('[D3] %s moved to %i', (id, to, order) => {
  expect(titles(decided(aBoardWith(['oak', 'ash', 'elm']), (now) => moveDraft(now, 'legs', id, to)))).toEqual(
    order,
  );
});

test('[D2] [R3] once opened, drafts stay as they are', () => {
  const board = decided(aBoardWith(['oak', 'ash']), (now) => openRound(now, 'legs', 2_000));
  expect(refusal(addDrafts(board, 'legs', [aDraft('elm')]))).toBe('round_locked');
  expect(refusal(updateDraft(board, 'legs', 'oak', { title: 'x' }))).toBe('round_locked');
  expect(refusal(removeDraft(board, 'legs', 'oak'))).toBe('round_locked');
  expect(refusal(moveDraft(board, 'legs', 'oak', 1))).toBe('round_locked');
});

test('an unknown round or draft is not found', () => {
  const board = aBoardWith(['oak']);
  expect(refusal(addDrafts(board, 'arms', []))).toBe('not_found');
  expect(refusal(updateDraft(board, 'legs', 'elm', {}))).toBe('not_found');
  expect(refusal(removeDraft(board, 'legs', 'elm'))).toBe('not_found');
  expect(refusal(moveDraft(board, 'arms', 'oak', 0))).toBe('not_found');
});
