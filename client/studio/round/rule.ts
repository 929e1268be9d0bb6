import type { BallotRule } from '../../../shared/board-view.ts';
import { LIMITS } from '../../../shared/limits.ts';

/** The ways a maker thinks of a ballot. */
export const RULE_FORMS = ['one', 'several', 'any', 'rank', 'points', 'duel'] as const;
export type RuleForm = (typeof RULE_FORMS)[number];

/** The numbers beside a form; each form uses its own. */
export interface RuleNumbers {
  readonly min: number;
  readonly max: number;
  readonly places: number;
  readonly budget: number;
}

export function formOf(rule: BallotRule): RuleForm {
  if (rule.kind === 'approve') return 'any';
  if (rule.kind !== 'choose') return rule.kind;
  return rule.min === 1 && rule.max === 1 ? 'one' : 'several';
}

/** What the fields show of a rule, and for the other forms what most makers want. */
export function numbersOf(rule: BallotRule): RuleNumbers {
  return {
    min: rule.kind === 'choose' ? rule.min : 1,
    max: rule.kind === 'choose' ? Math.max(2, rule.max) : 3,
    places: rule.kind === 'rank' ? rule.max : 3,
    budget: rule.kind === 'points' ? rule.budget : 10,
  };
}

/** The rule of a form; whatever the fields hold, it is one the server takes. */
export function ruleOf(form: RuleForm, { min, max, places, budget }: RuleNumbers): BallotRule {
  switch (form) {
    case 'one':
      return { kind: 'choose', min: 1, max: 1 };
    case 'several': {
      const least = whole(min, 1, LIMITS.entriesPerBallot);
      return { kind: 'choose', min: least, max: whole(max, Math.max(least, 2), LIMITS.entriesPerBallot) };
    }
    case 'any':
      return { kind: 'approve' };
    case 'rank':
      return { kind: 'rank', max: whole(places, 2, LIMITS.entriesPerBallot) };
    case 'points':
      return { kind: 'points', budget: whole(budget, 2, LIMITS.pointsPerBallot) };
    case 'duel':
      return { kind: 'duel' };
  }
}

export interface RuleWords {
  readonly one: string;
  readonly exactly: (n: number) => string;
  readonly upTo: (n: number) => string;
  readonly between: (min: number, max: number) => string;
  readonly any: string;
  readonly rank: (n: number) => string;
  readonly points: (n: number) => string;
  readonly duel: string;
}

export function ruleWords(rule: BallotRule, words: RuleWords): string {
  switch (rule.kind) {
    case 'approve':
      return words.any;
    case 'rank':
      return words.rank(rule.max);
    case 'points':
      return words.points(rule.budget);
    case 'duel':
      return words.duel;
    case 'choose':
      if (rule.max === 1) return words.one;
      if (rule.min === rule.max) return words.exactly(rule.max);
      return rule.min === 1 ? words.upTo(rule.max) : words.between(rule.min, rule.max);
  }
}

/** An empty number field is NaN. */
function whole(wish: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.floor(wish) || least));
}
