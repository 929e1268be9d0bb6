import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { eraseIdea } from '../../server/domain/idea.ts';
import {
  answerObjection,
  buryIdea,
  foldIdea,
  mergeIdeas,
  objectTo,
  publishIdea,
  splitIdea,
  unfoldIdea,
} from '../../server/domain/moderation.ts';
import { addRound } from '../../server/domain/round.ts';
import { decided, refusal, someFields, theRound } from '../support/boards.ts';
import { collecting, handIn, settings, theIdea, withIdeas, words } from '../support/idea-rounds.ts';
import { anIdea } from '../support/ideas.ts';

const fold = (id: string) => (board: Board) => foldIdea(board, id, 'off-topic', 'Belongs to the top.');
const object =
  (id: string, text = 'It does not.') =>
  (board: Board) =>
    objectTo(board, id, `author-${id}`, text, 1_800);
const into = (board: Board) =>
  theRound(board).entries.map((entry) => ('into' in entry ? entry.into : undefined));

test('[M1] a shown or waiting idea is folded with a category and a sentence', () => {
  const folded = decided(withIdeas('oak'), fold('oak'));
  const told = {
    state: 'folded',
    reason: 'off-topic',
    sentence: 'Belongs to the top.',
    title: 'title of oak',
  };
  expect(theIdea(folded, 'oak')).toMatchObject(told);
  const waiting = decided(collecting({ review: true }), handIn('oak'));
  expect(theIdea(decided(waiting, fold('oak')), 'oak')).toMatchObject(told);
  expect(refusal(fold('oak')(folded))).toBe('idea_wrong_state');
});

test('[M2] the author of a folded idea objects', () => {
  const board = decided(withIdeas('oak'), fold('oak'), object('oak'));
  expect(theIdea(board, 'oak').objection).toEqual({ text: 'It does not.', at: 1_800, answer: null });
});

test('[M2] nobody else objects, nor to what is shown', () => {
  expect(refusal(objectTo(decided(withIdeas('oak'), fold('oak')), 'oak', 'ben', 'No.', 1))).toBe(
    'not_allowed',
  );
  expect(refusal(object('oak')(withIdeas('oak')))).toBe('idea_wrong_state');
  expect(refusal(object('elm')(withIdeas('oak')))).toBe('not_found');
});

test('[M2] a second objection is refused, also after the idea was folded anew', () => {
  const once = decided(withIdeas('oak'), fold('oak'), object('oak'));
  expect(refusal(object('oak', 'Again.')(once))).toBe('objection_used');
  const answered = decided(once, (now) => answerObjection(now, 'oak', 'It does.'));
  expect(refusal(object('oak', 'Again.')(answered))).toBe('objection_used');
  const anew = decided(once, (now) => unfoldIdea(now, 'oak'), fold('oak'));
  expect(refusal(object('oak', 'Again.')(anew))).toBe('objection_used');
});

test('[M3] unfolding shows the idea again and settles the objection', () => {
  const board = decided(withIdeas('oak'), fold('oak'), object('oak'), (now) => unfoldIdea(now, 'oak'));
  expect(theIdea(board, 'oak')).toEqual({ ...theIdea(withIdeas('oak'), 'oak'), objected: true });
  expect(refusal(unfoldIdea(board, 'oak'))).toBe('idea_wrong_state');
});

test('[M3] an answer leaves it folded and settles the objection', () => {
  const board = decided(withIdeas('oak'), fold('oak'), object('oak'), (now) =>
    answerObjection(now, 'oak', 'It does.'),
  );
  const { state, objection } = theIdea(board, 'oak');
  expect([state, objection?.answer]).toEqual(['folded', 'It does.']);
  expect(refusal(answerObjection(board, 'oak', 'Again.'))).toBe('idea_wrong_state');
});

test('[M3] there is no answer without an objection', () => {
  expect(refusal(answerObjection(decided(withIdeas('oak'), fold('oak')), 'oak', 'No.'))).toBe(
    'idea_wrong_state',
  );
  expect(refusal(answerObjection(withIdeas('oak'), 'oak', 'No.'))).toBe('idea_wrong_state');
});

test('[M4] merged ideas go into one, and those merged into them follow', () => {
  const board = decided(
    withIdeas('oak', 'ash', 'elm', 'fir'),
    (now) => mergeIdeas(now, ['oak', 'elm'], 'ash'),
    (now) => mergeIdeas(now, ['ash'], 'fir'),
  );
  expect(into(board)).toEqual(['fir', 'fir', 'fir', null]);
  expect(theIdea(board, 'oak').state).toBe('merged');
});

test('[M4] splitting takes out one', () => {
  const board = decided(
    withIdeas('oak', 'ash', 'elm'),
    (now) => mergeIdeas(now, ['oak', 'ash'], 'elm'),
    (now) => splitIdea(now, 'oak'),
  );
  expect(into(board)).toEqual([null, 'elm', null]);
  expect(theIdea(board, 'oak')).toEqual(theIdea(withIdeas('oak'), 'oak'));
  expect(refusal(splitIdea(board, 'oak'))).toBe('idea_wrong_state');
});

test('[M4] ideas are merged within their round, while both can be read', () => {
  const board = decided(withIdeas('oak', 'ash', 'elm'), fold('ash'), (now) =>
    addRound(now, { ...someFields, ideas: settings }, 'arms'),
  );
  expect(refusal(mergeIdeas(board, ['oak'], 'ash'))).toBe('idea_wrong_state');
  expect(refusal(mergeIdeas(board, ['ash'], 'oak'))).toBe('idea_wrong_state');
  expect(refusal(mergeIdeas(board, ['oak'], 'oak'))).toBe('command_invalid');
  expect(refusal(mergeIdeas(board, ['oak', 'fir'], 'elm'))).toBe('not_found');
  expect(refusal(mergeIdeas(board, ['oak'], 'fir'))).toBe('not_found');
  const merged = decided(board, (now) => mergeIdeas(now, ['oak', 'oak'], 'elm'));
  expect(refusal(mergeIdeas(merged, ['elm'], 'oak'))).toBe('idea_wrong_state');
});

test('[M5] a buried idea is a tombstone with a sentence, and nothing brings it back', () => {
  const board = decided(withIdeas('oak', 'ash'), fold('oak'), object('oak'), (now) =>
    buryIdea(now, 'oak', 'The law forbids it.'),
  );
  expect(theIdea(board, 'oak')).toEqual({
    ...anIdea('oak', { title: '', at: 1_600, state: 'gone', author: null }),
    reason: 'illegal',
    sentence: 'The law forbids it.',
    objected: true,
  });
  for (const [key, value] of Object.entries(words('oak'))) {
    if (key !== 'id' && key !== 'picture') expect(JSON.stringify(board)).not.toContain(value);
  }
  expect(refusal(unfoldIdea(board, 'oak'))).toBe('idea_wrong_state');
  expect(refusal(publishIdea(board, 'oak'))).toBe('idea_wrong_state');
  expect(refusal(fold('oak')(board))).toBe('idea_wrong_state');
  expect(refusal(splitIdea(board, 'oak'))).toBe('idea_wrong_state');
  expect(refusal(mergeIdeas(board, ['oak'], 'ash'))).toBe('idea_wrong_state');
  expect(refusal(buryIdea(board, 'oak', 'Again.'))).toBe('idea_wrong_state');
  expect(
    refusal(
      buryIdea(
        decided(withIdeas('oak'), (now) => eraseIdea(now, 'oak', 'author-oak')),
        'oak',
        'No.',
      ),
    ),
  ).toBe('idea_wrong_state');
});

test('[M5] what was merged into a buried idea stands for itself again', () => {
  const board = decided(
    withIdeas('oak', 'ash'),
    (now) => mergeIdeas(now, ['ash'], 'oak'),
    (now) => buryIdea(now, 'oak', 'The law forbids it.'),
  );
  expect(theIdea(board, 'ash')).toEqual(theIdea(withIdeas('oak', 'ash'), 'ash'));
});

test('[M6] every act changes ideas and nothing else', () => {
  const board = decided(withIdeas('oak', 'ash'), fold('oak'));
  const acts = [
    foldIdea(board, 'ash', 'spam', 'No.'),
    unfoldIdea(board, 'oak'),
    object('oak')(board),
    buryIdea(board, 'ash', 'No.'),
    mergeIdeas(withIdeas('oak', 'ash'), ['oak'], 'ash'),
  ];
  for (const act of acts) expect(act.ok && act.change?.kind).toBe('ideas-changed');
});

test('an unknown idea is not found', () => {
  const board = withIdeas('oak');
  const decisions = [fold('elm')(board), unfoldIdea(board, 'elm'), publishIdea(board, 'elm')];
  decisions.push(answerObjection(board, 'elm', 'x'), buryIdea(board, 'elm', 'x'), splitIdea(board, 'elm'));
  expect(decisions.map(refusal)).toEqual(Array(6).fill('not_found'));
});
