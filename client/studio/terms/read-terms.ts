import type { BoardHead, RoundView, Terms } from '../../../shared/board-view.ts';
import { rules as de } from '../../../shared/messages/de/rules.ts';
import { rules as en } from '../../../shared/messages/en/rules.ts';
import { type RulesTexts, rulesOf } from '../../lib/rules.ts';
import { words } from '../../lib/words.ts';

const DAY_MS = 86_400_000;

/** The head as it will be with these terms: the end moves with the days. */
export function headWith(head: BoardHead, terms: Terms): BoardHead {
  const { endsAt } = head;
  const moved = endsAt === null ? null : endsAt + (terms.keepDays - head.terms.keepDays) * DAY_MS;
  return { ...head, terms, endsAt: moved };
}

/** What followers read about the terms, from the same place as their page has it. */
export function readTerms(head: BoardHead, round: RoundView | null): readonly string[] {
  const t: RulesTexts = words.pick(de, en);
  const told = new Map(rulesOf(head, round, t, words).map(({ about, sentences }) => [about, sentences]));
  return [
    ...(told.get(t.decides) ?? []),
    // How votes are counted stands before it, and what is stored before the end: neither is a term.
    ...(told.get(t.counted)?.slice(1) ?? []),
    ...(told.get(t.stored)?.slice(2) ?? []),
  ];
}

/** The sentences that are new with these terms. */
export function changedTerms(head: BoardHead, terms: Terms, round: RoundView | null): readonly string[] {
  const before = readTerms(head, round);
  return readTerms(headWith(head, terms), round).filter((sentence) => !before.includes(sentence));
}
