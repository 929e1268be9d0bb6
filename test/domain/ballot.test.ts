import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBallot, replaces } from '../../server/domain/ballot.ts';
import type { Round } from '../../server/domain/round.ts';
import { closeRound, openRound, revealRound } from '../../server/domain/run.ts';
import type { BallotRule } from '../../shared/board-view.ts';
import type { IdeaState } from '../../shared/entry.ts';
import { aBoardWith, decided, theRound } from '../support/boards.ts';
import { anIdea } from '../support/ideas.ts';

const drafts = ['oak', 'walnut', 'ash'];
const open = (rule: BallotRule, seconds: number | null = null) =>
  decided(aBoardWith(drafts, { rule, seconds }), (now) => openRound(now, 'legs', 2_000));
const one: BallotRule = { kind: 'choose', min: 1, max: 1 };
const points: BallotRule = { kind: 'points', budget: 5 };
const codeOf = (round: Round, run = 1, entries = ['oak'], now = 2_500) =>
  checkBallot(round, { run, entries }, now)?.code;
const fits = (round: Round, entries: readonly string[], points?: readonly number[]) =>
  checkBallot(round, points ? { run: 1, entries, points } : { run: 1, entries }, 2_500) === null;

test('[V1] only the open run takes a ballot', () => {
  const board = open(one);
  expect(codeOf(theRound(aBoardWith(drafts)))).toBe('round_not_open');
  expect(codeOf(theRound(aBoardWith(drafts)), 0)).toBe('round_not_open');
  expect(codeOf(theRound(board))).toBeUndefined();
  expect(codeOf(theRound(board), 2)).toBe('run_over');
  const closed = decided(board, (now) => closeRound(now, 'legs', 3_000));
  expect(codeOf(theRound(closed))).toBe('round_closed');
  expect(codeOf(theRound(closed), 1, [])).toBe('round_closed');
  expect(codeOf(theRound(decided(closed, (now) => revealRound(now, 'legs'))))).toBe('round_closed');
  const again = theRound(decided(closed, (now) => openRound(now, 'legs', 4_000)));
  expect(codeOf(again)).toBe('run_over');
  expect(codeOf(again, 2)).toBeUndefined();
});

test('[R14] a ballot at the end time is too late', () => {
  const round = theRound(open(one, 30));
  expect(codeOf(round, 1, ['oak'], 31_999)).toBeUndefined();
  expect(codeOf(round, 1, ['oak'], 32_000)).toBe('round_closed');
});

test.each<[BallotRule, string[], boolean]>([
  [one, ['oak'], true],
  [one, ['oak', 'ash'], false],
  [one, ['elm'], false],
  [{ kind: 'choose', min: 2, max: 2 }, ['oak', 'ash'], true],
  [{ kind: 'choose', min: 2, max: 2 }, ['oak'], false],
  [{ kind: 'choose', min: 2, max: 2 }, ['oak', 'oak'], false],
  [{ kind: 'choose', min: 1, max: 9 }, drafts, true],
  [{ kind: 'choose', min: 1, max: 9 }, [...drafts, 'oak'], false],
  [{ kind: 'approve' }, drafts, true],
  [{ kind: 'approve' }, ['oak', '__proto__'], false],
])('[V2] with the rule %o the entries %j fit: %s', (rule, entries, expected) => {
  expect(fits(theRound(open(rule)), entries)).toBe(expected);
});

test.each<[BallotRule, string[], boolean]>([
  [{ kind: 'rank', max: 2 }, ['oak'], true],
  [{ kind: 'rank', max: 2 }, ['ash', 'oak'], true],
  [{ kind: 'rank', max: 2 }, ['ash', 'oak', 'walnut'], false],
  [{ kind: 'rank', max: 3 }, ['ash', 'oak', 'ash'], false],
  [{ kind: 'rank', max: 3 }, ['elm'], false],
  [{ kind: 'duel' }, ['oak', 'ash'], true],
  [{ kind: 'duel' }, ['oak', 'ash', 'oak', 'walnut', 'walnut', 'ash'], true],
  [{ kind: 'duel' }, ['oak'], false],
  [{ kind: 'duel' }, ['oak', 'ash', 'walnut'], false],
  [{ kind: 'duel' }, ['oak', 'oak'], false],
  [{ kind: 'duel' }, ['oak', 'ash', 'oak', 'ash'], false],
  [{ kind: 'duel' }, ['oak', 'ash', 'ash', 'oak'], false],
  [{ kind: 'duel' }, ['oak', 'elm'], false],
])('[V5] with the rule %o the entries %j fit: %s', (rule, entries, expected) => {
  expect(fits(theRound(open(rule)), entries)).toBe(expected);
});

test.each<[string[], number[] | undefined, boolean]>([
  [['oak'], [5], true],
  [['oak', 'ash'], [1, 4], true],
  [['oak'], [1], true],
  [['oak', 'ash'], [1, 5], false],
  [['oak', 'ash'], [5, 0], false],
  [['oak', 'ash'], [6, -1], false],
  [['oak', 'ash'], [1.5, 1.5], false],
  [['oak', 'ash'], [Number.NaN, 1], false],
  [['oak', 'ash'], [5], false],
  [['oak'], [1, 1], false],
  [['oak', 'oak'], [1, 1], false],
  [['elm'], [1], false],
  [['oak'], undefined, false],
  [[], [], true],
  [[], [1], false],
])('[V5] of five points, the entries %j with %j fit: %s', (entries, given, expected) => {
  expect(fits(theRound(open(points)), entries, given)).toBe(expected);
});

test.each<BallotRule>([
  one,
  { kind: 'choose', min: 2, max: 3 },
  { kind: 'approve' },
  { kind: 'rank', max: 2 },
  points,
  { kind: 'duel' },
])('[V6] with the rule %o an empty ballot withdraws', (rule) => {
  expect(fits(theRound(open(rule)), [])).toBe(true);
  if (rule.kind !== 'points') expect(fits(theRound(open(rule)), ['oak', 'ash'], [1, 1])).toBe(false);
});

test.each<[IdeaState, boolean]>([
  ['shown', true],
  ['folded', true],
  ['merged', true],
  ['gone', true],
  ['waiting', false],
])('[V2] an idea that is %s on a ballot is accepted: %s', (state, expected) => {
  const round = theRound(open({ kind: 'approve' }));
  const entries = round.entries.map((entry) => (entry.id === 'ash' ? anIdea('ash', { state }) : entry));
  expect(fits({ ...round, entries }, ['oak', 'ash'])).toBe(expected);
  expect(fits(round, ['oak', 'ash'])).toBe(true);
});

test('[V2] a ballot fits exactly if it is a set of known entries of the right size', () => {
  const entries = fc.array(fc.constantFrom(...drafts, 'elm'), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 3 }), fc.nat({ max: 3 }), (wished, min, more) => {
      const expected =
        new Set(wished).size === wished.length &&
        !wished.includes('elm') &&
        wished.length >= min &&
        wished.length <= min + more;
      const round = theRound(open({ kind: 'choose', min, max: min + more }));
      expect(fits(round, wished)).toBe(expected);
    }),
  );
});

test('[V3] only a higher rev replaces', () => {
  expect([replaces(2, 1), replaces(1, 1), replaces(1, 2)]).toEqual([true, false, false]);
});
