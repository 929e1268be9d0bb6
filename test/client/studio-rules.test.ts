import { describe, expect, test } from 'vitest';
import {
  formOf,
  numbersOf,
  RULE_FORMS,
  type RuleNumbers,
  ruleOf,
  ruleWords,
} from '../../client/studio/round/rule.ts';
import { addRoundSchema } from '../../shared/commands.ts';
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
    [{ kind: 'rank', max: 3 } as const, 'Reihenfolge mit 3 Plätzen', 'Ranking with 3 places'],
    [{ kind: 'points', budget: 10 } as const, '10 Punkte verteilen', '10 points to spread'],
    [{ kind: 'duel' } as const, 'Duelle', 'Duels'],
  ])('%j', (rule, german, english) => {
    expect(ruleWords(rule, de.ruleWords)).toBe(german);
    expect(ruleWords(rule, en.ruleWords)).toBe(english);
  });
});

describe('a rule from the form', () => {
  const numbers: RuleNumbers = { min: 1, max: 3, places: 3, budget: 10 };

  test('what the form shows of a rule makes that rule again', () => {
    const rules: BallotRule[] = [
      choose(1, 1),
      choose(1, 3),
      choose(2, 2),
      { kind: 'approve' },
      { kind: 'rank', max: 5 },
      { kind: 'points', budget: 7 },
      { kind: 'duel' },
    ];
    for (const rule of rules) expect(ruleOf(formOf(rule), numbersOf(rule))).toEqual(rule);
  });

  test.each([
    [Number.NaN, Number.NaN, choose(1, 2)],
    [0, 0, choose(1, 2)],
    [4, 2, choose(4, 4)],
    [1.9, 3.9, choose(1, 3)],
  ])('from %d to %d is still a rule the server takes', (min, max, rule) => {
    expect(ruleOf('several', { ...numbers, min, max })).toEqual(rule);
  });

  test('whatever stands in the fields, the server takes every form', () => {
    for (const form of RULE_FORMS) {
      for (const n of [Number.NaN, -3, 0, 1, 1.5, 1e9]) {
        const rule = ruleOf(form, { min: n, max: n, places: n, budget: n });
        expect(addRoundSchema.shape.rule.safeParse(rule).error, `${form} ${n}`).toBeUndefined();
      }
    }
  });
});

test('[R11] a round needs two drafts, or as many as a ballot must hold', () => {
  expect(draftsNeeded(choose(1, 1))).toBe(2);
  expect(draftsNeeded(choose(3, 4))).toBe(3);
  expect(draftsNeeded({ kind: 'approve' })).toBe(2);
});
