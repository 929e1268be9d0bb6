import type { BallotRule } from '../../../shared/board-view.ts';

/** The three ways a maker thinks of a ballot. */
export type RuleForm = 'one' | 'several' | 'any';

export function formOf(rule: BallotRule): RuleForm {
  if (rule.kind !== 'choose') return 'any';
  return rule.min === 1 && rule.max === 1 ? 'one' : 'several';
}

/** The rule of a form; whatever the fields hold, it is one the server takes. */
export function ruleOf(form: RuleForm, min: number, max: number): BallotRule {
  if (form === 'any') return { kind: 'approve' };
  if (form === 'one') return { kind: 'choose', min: 1, max: 1 };
  const least = Math.max(1, Math.floor(min) || 1);
  return { kind: 'choose', min: least, max: Math.max(least, 2, Math.floor(max) || 2) };
}

export interface RuleWords {
  readonly one: string;
  readonly exactly: (n: number) => string;
  readonly upTo: (n: number) => string;
  readonly between: (min: number, max: number) => string;
  readonly any: string;
}

export function ruleWords(rule: BallotRule, words: RuleWords): string {
  if (rule.kind !== 'choose') return words.any;
  if (rule.max === 1) return words.one;
  if (rule.min === rule.max) return words.exactly(rule.max);
  return rule.min === 1 ? words.upTo(rule.max) : words.between(rule.min, rule.max);
}
