import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBallot, replaces } from '../../server/domain/ballot.ts';
import type { Round } from '../../server/domain/round.ts';
import { closeRound, openRound, revealRound } from '../../server/domain/run.ts';
import type { BallotRule } from '../../shared/board-view.ts';
import { aBoardWith, decided, theRound } from '../support/boards.ts';

const drafts = ['oak', 'walnut', 'ash'];
const open = (rule: BallotRule, seconds: number | null = null) =>
  decided(aBoardWith(drafts, { rule, seconds }), (now) => openRound(now, 'legs', 2_000));
const one: BallotRule = { kind: 'choose', min: 1, max: 1 };
const codeOf = (round: Round, run = 1, entries = ['oak'], now = 2_500) =>
  checkBallot(round, run, entries, now)?.code;

test('[V1] only the open run takes a ballot', () => {
  const board = open(one);
  expect(codeOf(theRound(aBoardWith(drafts)))).toBe('round_not_open');
  expect(codeOf(theRound(aBoardWith(drafts)), 0)).toBe('round_not_open');
  expect(codeOf(theRound(board))).toBeUndefined();
  expect(codeOf(theRound(board), 2)).toBe('run_over');
  const closed = decided(board, (now) => closeRound(now, 'legs', 3_000));
  expect(codeOf(theRound(closed))).toBe('round_closed');
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
  [one, [], false],
  [one, ['oak', 'ash'], false],
  [one, ['elm'], false],
  [{ kind: 'choose', min: 2, max: 2 }, ['oak', 'ash'], true],
  [{ kind: 'choose', min: 2, max: 2 }, ['oak'], false],
  [{ kind: 'choose', min: 2, max: 2 }, ['oak', 'oak'], false],
  [{ kind: 'choose', min: 1, max: 9 }, drafts, true],
  [{ kind: 'choose', min: 1, max: 9 }, [...drafts, 'oak'], false],
  [{ kind: 'approve' }, drafts, true],
  [{ kind: 'approve' }, [], false],
  [{ kind: 'approve' }, ['oak', '__proto__'], false],
])('[V2] with the rule %o the entries %j fit: %s', (rule, entries, fits) => {
  expect(checkBallot(theRound(open(rule)), 1, entries, 2_500)).toEqual(
    fits ? null : { code: 'ballot_invalid' },
  );
});

test('[V2] a ballot fits exactly if it is a set of known entries of the right size', () => {
  const entries = fc.array(fc.constantFrom(...drafts, 'elm'), { maxLength: 5 });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 3 }), fc.nat({ max: 3 }), (wished, min, more) => {
      const fits =
        new Set(wished).size === wished.length &&
        !wished.includes('elm') &&
        wished.length >= min &&
        wished.length <= min + more;
      const round = theRound(open({ kind: 'choose', min, max: min + more }));
      expect(checkBallot(round, 1, wished, 2_500) === null).toBe(fits);
    }),
  );
});

test('[V3] only a higher rev replaces', () => {
  expect([replaces(2, 1), replaces(1, 1), replaces(1, 2)]).toEqual([true, false, false]);
});
