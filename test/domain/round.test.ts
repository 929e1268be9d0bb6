import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import type { RoundFields } from '../../server/domain/change.ts';
import {
  addRound,
  copyRound,
  moveRound,
  removeRound,
  showRound,
  updateRound,
} from '../../server/domain/round.ts';
import { closeRound, openRound, undoRound } from '../../server/domain/run.ts';
import { LIMITS } from '../../shared/limits.ts';
import { aBoard, aBoardWith, decided, refusal, someFields, theRound } from '../support/boards.ts';

const at = { now: 4_000 };
const opened = () => decided(aBoardWith(['oak', 'walnut']), (now) => openRound(now, 'legs', 2_000));

test('[R1] a new round is a draft at the end', () => {
  const board = decided(aBoardWith([]), (now) => addRound(now, someFields, 'top'));
  expect(board.rounds.map(({ id }) => id)).toEqual(['legs', 'top']);
  expect(theRound(board, 'top')).toMatchObject({ ...someFields, status: 'draft', run: 0, entries: [] });
  expect(board.currentRoundId).toBeNull();
});

test('[R1] a board has a limit of rounds, for copies too', () => {
  const most = Array.from({ length: LIMITS.roundsPerBoard }, (_, at) => `r${at}`);
  const full = decided(aBoard(), ...most.map((id) => (now: Board) => addRound(now, someFields, id)));
  const no = { ok: false, no: { code: 'limit_reached', limit: LIMITS.roundsPerBoard } };
  expect(addRound(full, someFields, 'more')).toEqual(no);
  expect(copyRound(full, 'r0', 'more', () => 'x')).toEqual(no);
});

test('[R2] an update moves only the fields it names', () => {
  const before = aBoardWith(['oak']);
  const update = { question: 'Which top?', seconds: undefined, roundId: 'other', status: 'open' };
  const after = decided(before, (now) => updateRound(now, 'legs', update, at));
  expect(theRound(after)).toEqual({ ...theRound(before), question: 'Which top?' });
});

test('[R2] the seconds can be taken away', () => {
  const after = decided(aBoardWith([], { seconds: 30 }), (now) =>
    updateRound(now, 'legs', { seconds: null }, at),
  );
  expect(theRound(after).seconds).toBeNull();
});

test.each<Partial<RoundFields>>([
  { question: 'Which top?' },
  { rule: { kind: 'approve' } },
  { results: 'after-close' },
  { seconds: 30 },
])('[R3] once opened, %o is refused, also when it is closed', (fields) => {
  expect(refusal(updateRound(opened(), 'legs', fields, at))).toBe('round_locked');
  const closed = decided(opened(), (now) => closeRound(now, 'legs', 3_000));
  expect(refusal(updateRound(closed, 'legs', fields, at))).toBe('round_locked');
});

test('[R3] a round whose first opening was taken back can be changed again', () => {
  const board = decided(opened(), (now) => undoRound(now, 'legs', 0, 3_000));
  expect(refusal(updateRound(board, 'legs', { seconds: 30 }, at))).toBeNull();
});

test('[R4] a copy of a closed round is a fresh draft with new ids, right after it', () => {
  let made = 0;
  const board = decided(
    opened(),
    (now) => closeRound(now, 'legs', 3_000),
    (now) => addRound(now, someFields, 'top'),
    (now) => copyRound(now, 'legs', 'copy', () => `new-${made++}`),
  );
  expect(board.rounds.map(({ id }) => id)).toEqual(['legs', 'copy', 'top']);
  const copy = theRound(board, 'copy');
  expect(copy).toMatchObject({
    status: 'draft',
    run: 0,
    runs: 0,
    openedAt: null,
    closedAt: null,
    before: null,
  });
  expect(copy.question).toBe(theRound(board).question);
  expect(copy.entries.map(({ id, title }) => [id, title])).toEqual([
    ['new-0', 'oak'],
    ['new-1', 'walnut'],
  ]);
});

test('[R5] an open round is not removed', () => {
  expect(refusal(removeRound(opened(), 'legs'))).toBe('round_wrong_status');
});

test('[R5] without the current round none is current, without another one it stays', () => {
  const board = decided(
    opened(),
    (now) => closeRound(now, 'legs', 3_000),
    (now) => addRound(now, someFields, 'top'),
  );
  expect(decided(board, (now) => removeRound(now, 'top')).currentRoundId).toBe('legs');
  const after = decided(board, (now) => removeRound(now, 'legs'));
  expect(after.currentRoundId).toBeNull();
  expect(after.rounds.map(({ id }) => id)).toEqual(['top']);
});

test.each([
  ['a', 0, ['a', 'b', 'c']],
  ['a', 1, ['b', 'a', 'c']],
  ['a', 2, ['b', 'c', 'a']],
  ['c', 0, ['c', 'a', 'b']],
  ['b', 99, ['a', 'c', 'b']],
])('[R6] %s moved to %i', (id, to, order) => {
  const board = decided(
    aBoard(),
    (now) => addRound(now, someFields, 'a'),
    (now) => addRound(now, someFields, 'b'),
    (now) => addRound(now, someFields, 'c'),
    (now) => moveRound(now, id, to),
  );
  expect(board.rounds.map((round) => round.id)).toEqual(order);
});

test('[R7] any round can be shown, or none', () => {
  const board = aBoardWith([]);
  const shown = decided(board, (now) => showRound(now, 'legs'));
  expect(shown.currentRoundId).toBe('legs');
  expect(decided(shown, (now) => showRound(now, null)).currentRoundId).toBeNull();
  expect(refusal(showRound(board, 'arms'))).toBe('not_found');
});

test('an unknown round is not found', () => {
  const board = aBoardWith([]);
  expect(refusal(updateRound(board, 'arms', {}, at))).toBe('not_found');
  expect(refusal(copyRound(board, 'arms', 'copy', () => 'x'))).toBe('not_found');
  expect(refusal(removeRound(board, 'arms'))).toBe('not_found');
  expect(refusal(moveRound(board, 'arms', 0))).toBe('not_found');
});
