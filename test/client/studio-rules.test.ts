import { describe, expect, test } from 'vitest';
import { formOf, ruleOf, ruleWords } from '../../client/studio/round/rule.ts';
import { draftsNeeded } from '../../shared/round-rules.ts';
import type { BallotRule } from '../../shared/board-view.ts';
import { studio as de } from '../../shared/messages/de/studio.ts';
import { studio as en } from '../../shared/messages/en/studio.ts';

const choose = (min: number, max: number): BallotRule => ({ kind: 'choose', min, max });

describe('a rule in words', () => {
  test.each([
    [choose(1, 1), 'Eine Stimme', 'One vote'],
    [choose(1, 3), 'Bis zu 3 Stimmen', 'Up to 3 votes'],
    [choose(2, 2), 'Genau 2 Stimmen', 'Exactly 2 votes'],
    [choose(2, 5), '2 bis 5 Stimmen', '2 to 5 votes'],
    [{ kind: 'approve' } as const, 'Beliebig viele Stimmen', 'Any number of votes'],
  ])('%j', (rule, german, english) => {
    expect(ruleWords(rule, de.ruleWords)).toBe(german);
    expect(ruleWords(rule, en.ruleWords)).toBe(english);
  });
});

describe('a rule from the form', () => {
  test('what the form shows of a rule makes that rule again', () => {
    for (const rule of [choose(1, 1), choose(1, 3), choose(2, 2), { kind: 'approve' } as const]) {
      const [min, max] = rule.kind === 'choose' ? [rule.min, rule.max] : [1, 2];
      expect(ruleOf(formOf(rule), min, max)).toEqual(rule);
    }
  });

  test.each([
    [Number.NaN, Number.NaN, choose(1, 2)],
    [0, 0, choose(1, 2)],
    [4, 2, choose(4, 4)],
    [1.9, 3.9, choose(1, 3)],
  ])('from %d to %d is still a rule the server takes', (min, max, rule) => {
    expect(ruleOf('several', min, max)).toEqual(rule);
  });
});

test('[R11] a round needs two drafts, or as many as a ballot must hold', () => {
  expect(draftsNeeded(choose(1, 1))).toBe(2);
  expect(draftsNeeded(choose(3, 4))).toBe(3);
  expect(draftsNeeded({ kind: 'approve' })).toBe(2);
});
