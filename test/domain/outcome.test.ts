import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { mergeIdeas } from '../../server/domain/moderation.ts';
import {
  addStep,
  type OutcomeFields,
  publishOutcome,
  removeOutcome,
  removeStep,
} from '../../server/domain/outcome.ts';
import { closeRound, openRound, revealRound, undoRound } from '../../server/domain/run.ts';
import { promiseState } from '../../shared/outcome.ts';
import { aBoardWith, decided, refusal, theRound } from '../support/boards.ts';
import { withIdeas } from '../support/idea-rounds.ts';

const closed = (board = aBoardWith(['oak', 'ash', 'elm'])) =>
  decided(
    board,
    (now) => openRound(now, 'legs', 2_000),
    (now) => closeRound(now, 'legs', 3_000),
  );
const revealed = (board?: Board) => decided(closed(board), (now) => revealRound(now, 'legs'));

const fields: OutcomeFields = {
  chosen: ['oak'],
  reason: '',
  text: 'Oak it is.',
  picture: null,
  alt: '',
  promise: { text: 'Built', by: 10_000 },
};
const publish =
  (some: Partial<OutcomeFields> = {}, winners = ['oak'], at = 4_000) =>
  (board: Board) =>
    publishOutcome(board, 'legs', { ...fields, ...some }, winners, at);
const step =
  (kind: 'kept' | 'postponed', by: number | null, text = 'Because.', at = 5_000) =>
  (board: Board) =>
    addStep(board, 'legs', { kind, text, by, picture: null, alt: '' }, at);
const outcomeOf = (board: Board) => {
  const { outcome } = theRound(board);
  if (!outcome) throw new Error('no outcome');
  return outcome;
};

test('[O1] a revealed round has an outcome; publishing again corrects it and keeps the steps', () => {
  const board = decided(revealed(), publish(), step('postponed', 20_000));
  expect(outcomeOf(board)).toMatchObject({ ...fields, publishedAt: 4_000, changedAt: 4_000 });
  const corrected = decided(board, publish({ text: 'Oak.' }, ['oak'], 6_000));
  expect(outcomeOf(corrected)).toEqual({ ...outcomeOf(board), text: 'Oak.', changedAt: 6_000 });
  expect(outcomeOf(decided(board, publish({ promise: null }))).steps).toEqual([]);
});

test('[O1] a round that is not revealed has none', () => {
  for (const board of [aBoardWith(['oak']), closed()])
    expect(refusal(publish()(board))).toBe('round_wrong_status');
  expect(refusal(publishOutcome(revealed(), 'arms', fields, ['oak'], 4_000))).toBe('not_found');
});

test('[O1] while there is an outcome, the round is neither hidden nor reopened', () => {
  const board = decided(revealed(), publish());
  expect(refusal(undoRound(board, 'legs', 3, 5_000))).toBe('round_wrong_status');
  expect(refusal(openRound(board, 'legs', 5_000))).toBe('round_wrong_status');
  const removed = decided(board, (now) => removeOutcome(now, 'legs'));
  expect(theRound(removed).outcome).toBeNull();
  expect(refusal(undoRound(removed, 'legs', 3, 5_000))).toBeNull();
  expect(refusal(openRound(removed, 'legs', 5_000))).toBeNull();
  expect(refusal(removeOutcome(removed, 'legs'))).toBe('not_found');
});

test.each<[string[], string[], boolean]>([
  [['oak'], ['oak'], false],
  [['oak'], ['oak', 'ash'], false],
  [['ash', 'oak'], ['oak', 'ash'], false],
  [['oak', 'ash'], ['oak'], true],
  [['ash'], ['oak'], true],
  [['ash'], [], true],
  [[], ['oak'], true],
  [[], [], true],
])('[O2] %j chosen where %j are in front needs a reason: %s', (chosen, winners, isNeeded) => {
  expect(refusal(publish({ chosen }, winners)(revealed()))).toBe(isNeeded ? 'reason_missing' : null);
  expect(refusal(publish({ chosen, reason: 'Sturdier.' }, winners)(revealed()))).toBeNull();
});

test('[O1] what is chosen stands on the ballot, and is named once', () => {
  expect(refusal(publish({ chosen: ['fir'], reason: 'x' })(revealed()))).toBe('not_found');
  expect(outcomeOf(decided(revealed(), publish({ chosen: ['oak', 'oak'] }))).chosen).toEqual(['oak']);
  const ideas = revealed(decided(withIdeas('oak', 'ash', 'elm'), (now) => mergeIdeas(now, ['ash'], 'oak')));
  expect(refusal(publish({ chosen: ['oak'] })(ideas))).toBeNull();
  expect(refusal(publish({ chosen: ['ash'], reason: 'x' })(ideas))).toBe('not_found');
});

test('[O3] a promise is overdue by itself, until it is kept or postponed', () => {
  const board = decided(revealed(), publish());
  expect(promiseState(outcomeOf(board), 10_000)).toBe('open');
  expect(promiseState(outcomeOf(board), 10_001)).toBe('overdue');
  const postponed = decided(board, step('postponed', 20_000));
  expect(promiseState(outcomeOf(postponed), 20_000)).toBe('postponed');
  expect(promiseState(outcomeOf(postponed), 20_001)).toBe('overdue');
  expect(promiseState(outcomeOf(decided(postponed, step('kept', null, ''))), 30_000)).toBe('kept');
  expect(promiseState(outcomeOf(decided(revealed(), publish({ promise: null }))), 30_000)).toBe('none');
});

test('[O4] postponing needs a reason and a day later than the one that counts', () => {
  const board = decided(revealed(), publish());
  expect(refusal(step('postponed', 20_000, '')(board))).toBe('reason_missing');
  expect(refusal(step('postponed', null)(board))).toBe('command_invalid');
  expect(refusal(step('postponed', 10_000)(board))).toBe('command_invalid');
  const postponed = decided(board, step('postponed', 20_000));
  expect(refusal(step('postponed', 20_000)(postponed))).toBe('command_invalid');
  expect(refusal(step('postponed', 20_001)(postponed))).toBeNull();
});

test('[O4] a promise is postponed fifty times at most, and kept even then', () => {
  const times = Array.from({ length: 50 }, (_, n) => step('postponed', 20_000 + n));
  const board = decided(revealed(), publish(), ...times);
  expect(refusal(step('postponed', 30_000)(board))).toBe('limit_reached');
  expect(refusal(step('kept', null)(board))).toBeNull();
});

test('[O4] a kept promise takes no further step, until that is taken back', () => {
  const kept = decided(revealed(), publish(), step('postponed', 20_000), step('kept', 30_000, ''));
  const last = { kind: 'kept', text: '', at: 5_000, by: null, picture: null, alt: '' };
  expect(outcomeOf(kept).steps.at(-1)).toEqual(last);
  expect(refusal(step('postponed', 40_000)(kept))).toBe('round_wrong_status');
  expect(refusal(step('kept', null)(kept))).toBe('round_wrong_status');
  const back = decided(kept, (now) => removeStep(now, 'legs'));
  expect(outcomeOf(back)).toEqual(outcomeOf(decided(revealed(), publish(), step('postponed', 20_000))));
  const none = decided(back, (now) => removeStep(now, 'legs'));
  expect(refusal(removeStep(none, 'legs'))).toBe('not_found');
});

test('[O4] without a promise there are no steps', () => {
  const board = decided(revealed(), publish({ promise: null }));
  expect(refusal(step('kept', null)(board))).toBe('round_wrong_status');
  expect(refusal(step('kept', null)(revealed()))).toBe('not_found');
  expect(refusal(removeStep(aBoardWith([]), 'arms'))).toBe('not_found');
});
