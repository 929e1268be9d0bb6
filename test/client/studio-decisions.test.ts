import { describe, expect, test } from 'vitest';
import { dayAfter, dayValue, endOfDay } from '../../client/studio/outcome/day-value.ts';
import { KeptForm } from '../../client/studio/outcome/kept-form.svelte.ts';
import {
  againstRules,
  fieldsOf,
  missing,
  needsReason,
  outcomeOf,
  startForm,
} from '../../client/studio/outcome/outcome-form.ts';
import { overdueOf } from '../../client/studio/outcome/overdue.ts';
import { EMPTY_STEP, stepOf } from '../../client/studio/outcome/step-form.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { plainHead } from '../support/plain-head.ts';
import { anIdea, ideasRound } from './studio-ideas.ts';
import { decided, revealed } from './studio-outcomes.ts';
import { memoryKeep } from './views.ts';

const DAY = 86_400_000;
const NOW = new Date(2026, 2, 1, 12).getTime();
const MARCH_12 = new Date(2026, 2, 12, 23, 59, 59, 999).getTime();
const picture = { hash: 'a'.repeat(32), width: 4, height: 3, blur: '' };

describe('a day in a date field', () => {
  test('ends where the maker is, at the last millisecond', () => {
    expect(endOfDay('2026-03-12')).toBe(MARCH_12);
    expect(dayValue(MARCH_12)).toBe('2026-03-12');
  });

  test.each(['', '2026-02-31', '2026-13-01', '12.03.2026', '9999-01-01'])('%s is no day', (value) => {
    expect(endOfDay(value)).toBeNull();
  });

  test('the next one begins after it, also across the turn of the clocks', () => {
    expect(dayAfter(MARCH_12)).toBe('2026-03-13');
    expect(dayAfter(new Date(2026, 2, 28, 23, 59).getTime())).toBe('2026-03-29');
    expect(dayAfter(new Date(2026, 9, 24, 23, 59).getTime())).toBe('2026-10-25');
  });
});

describe('a decision being written', () => {
  test('begins with the winner; in a tie with all if the rules say so, else with the choice still to be made', () => {
    expect(startForm(revealed([3, 1, 0]), 'maker')).toMatchObject({ chosen: ['oak'], undecided: false });
    const tie = revealed([2, 2, 1]);
    expect(startForm(tie, 'all')).toMatchObject({ chosen: ['oak', 'walnut'], undecided: false });
    for (const ties of ['maker', 'runoff'] as const) {
      const form = startForm(tie, ties);
      expect(form).toMatchObject({ chosen: [], undecided: true });
      expect(missing({ ...form, reason: 'Beide zu teuer.' }, tie, NOW)).toBe('choice');
      expect(missing({ ...form, chosen: ['oak'], undecided: false }, tie, NOW)).toBeNull();
    }
    expect(startForm(revealed([0, 0, 0]), 'maker')).toMatchObject({ chosen: [], undecided: false });
    const told = revealed([2, 2, 1], decided({ chosen: [], reason: 'Beide zu teuer.' }));
    expect(startForm(told, 'maker')).toMatchObject({ chosen: [], undecided: false });
  });

  test('[O2] anything but winners needs a reason, and so does nothing', () => {
    const round = revealed([2, 2, 1]);
    expect(needsReason({ chosen: ['walnut'] }, round)).toBe(false);
    expect(needsReason({ chosen: ['oak', 'ash'] }, round)).toBe(true);
    expect(needsReason({ chosen: [] }, round)).toBe(true);
    const form = { ...startForm(round), chosen: ['ash'], undecided: false };
    expect(missing(form, round, NOW)).toBe('reason');
    expect(missing({ ...form, reason: '  ' }, round, NOW)).toBe('reason');
    expect(missing({ ...form, reason: 'Zu teuer.' }, round, NOW)).toBeNull();
  });

  test('it says where the rules promised something else', () => {
    const round = revealed([3, 1, 0]);
    const other = { ...startForm(round), chosen: ['ash'] };
    const advice = { ...plainHead, terms: { ...plainHead.terms, decides: 'maker' as const } };
    const binding = { ...plainHead, terms: { ...plainHead.terms, decides: 'votes' as const } };
    expect(againstRules(other, round, binding)).toBe(true);
    expect(againstRules(other, round, advice)).toBe(false);
    expect(againstRules(startForm(round), round, binding)).toBe(false);
  });

  test('a promise needs what and a day that is still to come', () => {
    const round = revealed([3, 1, 0]);
    const form = { ...startForm(round), promises: true };
    expect(missing(form, round, NOW)).toBe('what');
    expect(missing({ ...form, what: 'Im Laden' }, round, NOW)).toBe('day');
    expect(missing({ ...form, what: 'Im Laden', day: '2026-02-28' }, round, NOW)).toBe('past');
    const whole = { ...form, what: 'Im Laden', day: '2026-03-12' };
    expect(missing(whole, round, NOW)).toBeNull();
    expect(fieldsOf(whole, round).promise).toEqual({ text: 'Im Laden', by: MARCH_12 });
    expect(fieldsOf({ ...whole, promises: false }, round).promise).toBeNull();
  });

  test('correcting keeps a promised day to the millisecond, also one that has passed', () => {
    const by = MARCH_12 - 3_600_000;
    const round = revealed([3, 1, 0], decided({ promise: { text: 'Im Laden', by } }));
    const form = startForm(round);
    expect(form).toMatchObject({ promises: true, what: 'Im Laden', day: '2026-03-12' });
    expect(missing(form, round, MARCH_12 + 9 * DAY)).toBeNull();
    expect(fieldsOf({ ...form, text: 'Anders' }, round).promise?.by).toBe(by);
  });

  test('what can no longer be chosen is left out', () => {
    const ideas = [anIdea('shelf'), anIdea('hook', { state: 'folded', reason: 'spam' })];
    const round = ideasRound(ideas, { status: 'revealed', outcome: decided({ chosen: ['shelf', 'hook'] }) });
    expect(startForm(round).chosen).toEqual(['shelf']);
  });

  test('the preview keeps what was told about a promise; a picture that is gone takes its words along', () => {
    const step = { kind: 'kept' as const, text: '', at: 5, by: null, picture: null, alt: '' };
    const round = revealed([3, 1, 0], decided({ promise: { text: 'x', by: MARCH_12 }, steps: [step] }));
    expect(outcomeOf(startForm(round), round, NOW).steps).toEqual([step]);
    expect(outcomeOf({ ...startForm(round), promises: false }, round, NOW).steps).toEqual([]);
    expect(fieldsOf({ ...startForm(round), alt: 'Ein Hocker' }, round).alt).toBe('');
  });
});

describe('what is being written', () => {
  const options = { key: 'form', start: { ...EMPTY_STEP }, now: () => NOW };

  test('is still there after a reload, and gone once it is as it began', () => {
    const keep = memoryKeep();
    const form = new KeptForm({ ...options, keep });
    expect(form.found).toBe(false);
    form.set({ text: 'Heute aufgestellt', picture });
    const next = new KeptForm({ ...options, keep, now: () => NOW + 1 });
    expect(next.found).toBe(true);
    expect(next.form).toMatchObject({ text: 'Heute aufgestellt', picture });
    next.startOver();
    expect(next.form).toEqual(EMPTY_STEP);
    expect(keep.kept.size).toBe(0);
  });

  test('[E3] goes on without a picture that the server may have removed by now', () => {
    const keep = memoryKeep();
    new KeptForm({ ...options, keep }).set({ text: 'Da', picture });
    const later = new KeptForm({ ...options, keep, now: () => NOW + DAY });
    expect(later.form).toMatchObject({ text: 'Da', picture: null });
  });

  test.each(['{', '7', '{"form":7,"at":1}', '{"at":1,"form":{"text":5,"day":["x"],"more":1}}'])(
    'kept by somebody else, it does no harm: %s',
    (kept) => {
      const keep = memoryKeep();
      keep.write('form', kept);
      const { form } = new KeptForm({ ...options, keep });
      expect([form.text, form.day, form.picture]).toEqual(['', '', null]);
    },
  );
});

describe('what became of a promise', () => {
  test('[O4] postponing needs a reason and a day after the one that counts', () => {
    const form = { ...EMPTY_STEP, text: 'Das Holz fehlt.', day: '2026-03-13' };
    expect(stepOf(form, 'postponed', MARCH_12, NOW)).toMatchObject({ kind: 'postponed', by: MARCH_12 + DAY });
    expect(stepOf({ ...form, day: '2026-03-12' }, 'postponed', MARCH_12, NOW)).toBeNull();
    expect(stepOf({ ...form, text: ' ' }, 'postponed', MARCH_12, NOW)).toBeNull();
    expect(stepOf(form, 'postponed', MARCH_12, NOW + 30 * DAY)).toBeNull();
  });

  test('keeping it needs nothing, and takes a photo along', () => {
    expect(stepOf(EMPTY_STEP, 'kept', MARCH_12, NOW)).toMatchObject({ kind: 'kept', by: null });
    expect(stepOf({ ...EMPTY_STEP, picture, alt: 'Da' }, 'kept', MARCH_12, NOW)).toMatchObject({
      picture,
      alt: 'Da',
    });
  });

  test('[O3] what is overdue is found, the longest waiting first', () => {
    const promised = (id: string, by: number, steps: Outcome['steps'] = []) => ({
      ...revealed([1, 0, 0], decided({ promise: { text: id, by }, steps })),
      id,
    });
    const kept = { kind: 'kept' as const, text: '', at: 1, by: null, picture: null, alt: '' };
    const rounds = [
      promised('late', NOW - DAY),
      promised('later', NOW - 2 * DAY),
      promised('kept', NOW - DAY, [kept]),
      promised('moved', NOW - DAY, [{ ...kept, kind: 'postponed', by: NOW + DAY }]),
      promised('today', NOW),
    ];
    expect(overdueOf({ rounds }, NOW).map(({ round }) => round.id)).toEqual(['later', 'late']);
  });
});
