import { expect, test } from 'vitest';
import { addDrafts } from '../../server/domain/draft.ts';
import { addRound, showRound } from '../../server/domain/round.ts';
import { closeRound, extendRound, openRound, overdueRound, revealRound } from '../../server/domain/run.ts';
import { LIMITS } from '../../shared/limits.ts';
import { aBoardWith, aDraft, decided, refusal, someFields, theRound } from '../support/boards.ts';

const fresh = (fields = {}) => aBoardWith(['oak', 'walnut'], fields);
const opened = (fields = {}) => decided(fresh(fields), (now) => openRound(now, 'legs', 2_000));
const closed = () => decided(opened(), (now) => closeRound(now, 'legs', 3_000));

test('[R10] opening starts the first run, shows the round and sets its end', () => {
  const board = opened({ seconds: 30 });
  expect(theRound(board)).toMatchObject({ status: 'open', run: 1, openedAt: 2_000, closesAt: 32_000 });
  expect(board.currentRoundId).toBe('legs');
  expect(theRound(opened()).closesAt).toBeNull();
});

test('[R10] one round is open at a time', () => {
  const board = decided(
    opened(),
    (now) => addRound(now, someFields, 'top'),
    (now) => addDrafts(now, 'top', [aDraft('slate'), aDraft('glass')]),
  );
  expect(refusal(openRound(board, 'top', 3_000))).toBe('other_round_open');
  expect(refusal(openRound(board, 'legs', 3_000))).toBe('round_wrong_status');
  const after = decided(board, (now) => closeRound(now, 'legs', 3_000));
  expect(refusal(openRound(after, 'top', 3_000))).toBeNull();
});

test.each([
  [{ kind: 'approve' } as const, 1, 2],
  [{ kind: 'choose', min: 1, max: 1 } as const, 1, 2],
  [{ kind: 'choose', min: 3, max: 3 } as const, 2, 3],
])('[R11] with the rule %o, %i drafts are too few: %i are needed', (rule, count, limit) => {
  const drafts = ['oak', 'walnut', 'ash'];
  const few = aBoardWith(drafts.slice(0, count), { rule });
  expect(openRound(few, 'legs', 1)).toEqual({ ok: false, no: { code: 'round_needs_drafts', limit } });
  expect(refusal(openRound(aBoardWith(drafts.slice(0, limit), { rule }), 'legs', 1))).toBeNull();
});

test('[R11] a ballot may allow more entries than there are', () => {
  expect(refusal(openRound(fresh({ rule: { kind: 'choose', min: 1, max: 9 } }), 'legs', 1))).toBeNull();
});

test('[R12] reopening a closed or revealed round is a new run', () => {
  const again = decided(closed(), (now) => openRound(now, 'legs', 9_000));
  expect(theRound(again)).toMatchObject({ status: 'open', run: 2, openedAt: 9_000, closedAt: null });
  const revealed = decided(closed(), (now) => revealRound(now, 'legs'));
  expect(theRound(decided(revealed, (now) => openRound(now, 'legs', 9_000))).run).toBe(2);
});

test.each([
  ['adds to the end', 30, 40, 2_500, 72_000],
  ['shortens', 30, -10, 2_500, 22_000],
  ['never ends in the past', 30, -60, 5_000, 5_000],
  ['counts from now without an end', null, 30, 5_000, 35_000],
  ['stays within the longest round', 30, LIMITS.roundSeconds, 2_000, 2_000 + LIMITS.roundSeconds * 1000],
])('[R13] extending %s', (_, seconds, by, now, closesAt) => {
  const board = decided(opened({ seconds }), (before) => extendRound(before, 'legs', by, now));
  expect(theRound(board).closesAt).toBe(closesAt);
});

test('[R13] only an open round whose end has not passed is extended', () => {
  expect(refusal(extendRound(fresh(), 'legs', 30, 1))).toBe('round_wrong_status');
  expect(refusal(extendRound(closed(), 'legs', 30, 1))).toBe('round_wrong_status');
  expect(refusal(extendRound(opened({ seconds: 30 }), 'legs', 30, 32_000))).toBe('round_closed');
});

test('[R14] a round is overdue from its end on', () => {
  const board = opened({ seconds: 30 });
  expect(overdueRound(board, 31_999)).toBeNull();
  expect(overdueRound(board, 32_000)?.id).toBe('legs');
  expect(overdueRound(opened(), 9e15)).toBeNull();
  expect(
    overdueRound(
      decided(board, (now) => closeRound(now, 'legs', 40_000)),
      50_000,
    ),
  ).toBeNull();
});

test('[R14] a round closed late was closed at its end, one closed early now', () => {
  const board = opened({ seconds: 30 });
  expect(theRound(decided(board, (now) => closeRound(now, 'legs', 40_000)))).toMatchObject({
    closedAt: 32_000,
  });
  expect(theRound(decided(board, (now) => closeRound(now, 'legs', 9_000)))).toMatchObject({
    closedAt: 9_000,
  });
});

test('[R14] only an open round is closed', () => {
  expect(refusal(closeRound(fresh(), 'legs', 1))).toBe('round_wrong_status');
  expect(refusal(closeRound(closed(), 'legs', 1))).toBe('round_wrong_status');
});

test('[R15] only a closed round is revealed', () => {
  expect(refusal(revealRound(fresh(), 'legs'))).toBe('round_wrong_status');
  expect(refusal(revealRound(opened(), 'legs'))).toBe('round_wrong_status');
  const revealed = decided(closed(), (now) => revealRound(now, 'legs'));
  expect(theRound(revealed).status).toBe('revealed');
  expect(refusal(revealRound(revealed, 'legs'))).toBe('round_wrong_status');
});

test('an unknown round is not found', () => {
  const board = decided(fresh(), (now) => showRound(now, null));
  expect(refusal(openRound(board, 'arms', 1))).toBe('not_found');
  expect(refusal(extendRound(board, 'arms', 1, 1))).toBe('not_found');
  expect(refusal(closeRound(board, 'arms', 1))).toBe('not_found');
  expect(refusal(revealRound(board, 'arms'))).toBe('not_found');
});
