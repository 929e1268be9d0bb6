import type { BoardHead, RoundView, Terms, Time } from '../../../shared/board-view.ts';
import { type Entry, isVotable, type Picture } from '../../../shared/entry.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import { promisedDay } from '../../lib/day.ts';
import { byRank, type Standing, standings } from '../../lib/standing.ts';
import type { Command } from '../../lib/wire.ts';
import { dayValue, endOfDay } from './day-value.ts';

/** A decision while it is being written. What was promised stays in the form also while nothing is. */
export interface OutcomeForm {
  readonly chosen: readonly string[];
  /** A tie that the maker has to break: not even "none of them" is chosen yet. */
  readonly undecided: boolean;
  readonly reason: string;
  readonly text: string;
  readonly picture: Picture | null;
  readonly alt: string;
  readonly promises: boolean;
  readonly what: string;
  /** As `<input type=date>` has it, empty: not chosen yet. */
  readonly day: string;
}

const EMPTY: Omit<OutcomeForm, 'chosen' | 'undecided'> = {
  reason: '',
  text: '',
  picture: null,
  alt: '',
  promises: false,
  what: '',
  day: '',
};

/** What may be chosen, best first. */
export function choices(round: RoundView): readonly Standing[] {
  return byRank(standings(round)).filter(({ draft }) => isVotable(draft));
}

export function winnersOf(round: RoundView): readonly Entry[] {
  return choices(round).flatMap(({ draft, first }) => (first ? [draft] : []));
}

/**
 * The winner preselected, in a tie only if the rules make winners of all; or what was published, without what can no
 * longer be chosen since.
 */
export function startForm(round: RoundView, ties: Terms['ties'] = 'maker'): OutcomeForm {
  const { outcome } = round;
  const there = new Set(choices(round).map(({ draft }) => draft.id));
  if (outcome === null) {
    const winners = winnersOf(round).map(({ id }) => id);
    const undecided = winners.length > 1 && ties !== 'all';
    const chosen = undecided ? [] : winners;
    return { ...EMPTY, chosen, undecided };
  }
  const { reason, text, picture, alt, promise } = outcome;
  return {
    chosen: outcome.chosen.filter((id) => there.has(id)),
    undecided: false,
    reason,
    text,
    picture,
    alt,
    promises: promise !== null,
    what: promise?.text ?? '',
    day: promise ? dayValue(promisedDay(promise.by)) : '',
  };
}

/** [O2] */
export function needsReason({ chosen }: Pick<OutcomeForm, 'chosen'>, round: RoundView): boolean {
  const winners = new Set(winnersOf(round).map(({ id }) => id));
  return chosen.length === 0 || !chosen.every((id) => winners.has(id));
}

/** The rules say that what is in front is made, and this is something else. */
export function againstRules(
  form: OutcomeForm,
  round: RoundView,
  { terms }: Pick<BoardHead, 'terms'>,
): boolean {
  return terms.decides === 'votes' && winnersOf(round).length > 0 && needsReason(form, round);
}

/** What keeps a decision from being published; a day that was promised before may have passed. */
export function missing(
  form: OutcomeForm,
  round: RoundView,
  now: Time,
): 'choice' | 'reason' | 'what' | 'day' | 'past' | null {
  if (form.undecided) return 'choice';
  if (needsReason(form, round) && form.reason.trim() === '') return 'reason';
  if (!form.promises) return null;
  if (form.what.trim() === '') return 'what';
  const by = endOfDay(form.day);
  if (by === null) return 'day';
  return by < now && form.day !== startForm(round).day ? 'past' : null;
}

export type OutcomeFields = Omit<Command<'outcome:publish'>, 'boardId' | 'roundId'>;

export function fieldsOf(form: OutcomeForm, round: RoundView): OutcomeFields {
  const { chosen, reason, text, picture, alt } = form;
  return {
    chosen: [...chosen],
    reason,
    text,
    picture,
    alt: picture ? alt : '',
    promise: promiseOf(form, round),
  };
}

/** As it will be published, for the preview. */
export function outcomeOf(form: OutcomeForm, round: RoundView, now: Time): Outcome {
  const before = round.outcome;
  const promise = promiseOf(form, round);
  const { chosen, reason, text, picture, alt } = form;
  const steps = promise && before ? before.steps : [];
  return {
    chosen,
    reason,
    text,
    picture,
    alt,
    promise,
    steps,
    publishedAt: before?.publishedAt ?? now,
    changedAt: now,
  };
}

/** An untouched day stays to the millisecond: the maker may sit in another time zone by now. */
function promiseOf(form: OutcomeForm, round: RoundView): Outcome['promise'] {
  const before = round.outcome?.promise ?? null;
  const same = before && form.day === dayValue(promisedDay(before.by));
  const by = same ? before.by : endOfDay(form.day);
  return form.promises && by !== null ? { text: form.what, by } : null;
}
