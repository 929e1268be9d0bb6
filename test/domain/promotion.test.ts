import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { addDrafts, moveDraft, removeDraft, updateDraft } from '../../server/domain/draft.ts';
import { eraseIdea } from '../../server/domain/idea.ts';
import { foldIdea } from '../../server/domain/moderation.ts';
import { promoteIdeas } from '../../server/domain/promotion.ts';
import { addRound, removeRound } from '../../server/domain/round.ts';
import { openRound } from '../../server/domain/run.ts';
import { LIMITS } from '../../shared/limits.ts';
import { aDraft, decided, refusal, someFields, theRound } from '../support/boards.ts';
import { theIdea, withIdeas, words } from '../support/idea-rounds.ts';

/** Beside the ideas, a round of drafts: `tops`. */
const board = (...ideas: readonly string[]) =>
  decided(withIdeas(...ideas), (now) => addRound(now, someFields, 'tops'));
const promote =
  (...ideaIds: readonly string[]) =>
  (now: Board) =>
    promoteIdeas(now, ideaIds, 'tops', `draft-${ideaIds.join('-')}`);

test('[D5] a promoted idea becomes the last draft, with its words and picture, and stays where it is', () => {
  const before = decided(board('oak'), (now) => addDrafts(now, 'tops', [aDraft('slate')]));
  const after = decided(before, promote('oak'));
  const draft = { ...words('oak'), id: 'draft-oak', origin: ['oak'] };
  expect(theRound(after, 'tops').entries).toEqual([aDraft('slate'), draft]);
  expect(theRound(after)).toBe(theRound(before));
});

test('[D4] [D5] several become one with the words of the first, and one may become several', () => {
  const after = decided(board('oak', 'ash'), promote('ash', 'oak', 'ash'), promote('oak'));
  expect(theRound(after, 'tops').entries).toMatchObject([
    { title: 'title of ash', origin: ['ash', 'oak'] },
    { title: 'title of oak', origin: ['oak'] },
  ]);
});

test('[D5] only what everybody can read is promoted, and only into an unopened round of drafts', () => {
  const folded = decided(board('oak', 'ash'), (now) => foldIdea(now, 'ash', 'spam', 'No.'));
  expect(refusal(promote('oak', 'ash')(folded))).toBe('idea_wrong_state');
  expect(refusal(promote('oak', 'elm')(folded))).toBe('not_found');
  expect(refusal(promoteIdeas(folded, ['oak'], 'legs', 'new'))).toBe('round_wrong_status');
  const opened = decided(
    folded,
    (now) => addDrafts(now, 'tops', [aDraft('slate'), aDraft('glass')]),
    (now) => openRound(now, 'tops', 2_000),
  );
  expect(refusal(promote('oak')(opened))).toBe('round_locked');
});

test('[D5] [D1] a full round takes none', () => {
  const most = Array.from({ length: LIMITS.entriesPerRound }, (_, at) => aDraft(`d${at}`));
  const full = decided(board('oak'), (now) => addDrafts(now, 'tops', most));
  expect(refusal(promote('oak')(full))).toBe('limit_reached');
});

test('[D4] a draft names ideas of its board, whatever has become of them', () => {
  const before = decided(board('oak'), (now) => eraseIdea(now, 'oak', 'author-oak'));
  const after = decided(before, (now) => addDrafts(now, 'tops', [{ ...aDraft('slate'), origin: ['oak'] }]));
  expect(theRound(after, 'tops').entries).toMatchObject([{ origin: ['oak'] }]);
  const wrong = [aDraft('glass'), { ...aDraft('marble'), origin: ['oak', 'slate'] }];
  expect(refusal(addDrafts(after, 'tops', wrong))).toBe('not_found');
  expect(refusal(updateDraft(after, 'tops', 'slate', { origin: ['elm'] }))).toBe('not_found');
  const without = decided(after, (now) => updateDraft(now, 'tops', 'slate', { origin: [] }));
  expect(theRound(without, 'tops').entries).toMatchObject([{ origin: [] }]);
});

test('[D4] what a draft names already stays, also without the round it came from', () => {
  const after = decided(board('oak', 'ash'), promote('oak'), (now) => removeRound(now, 'legs'));
  const update = { title: 'Oak', origin: ['oak'] };
  expect(refusal(updateDraft(after, 'tops', 'draft-oak', update))).toBeNull();
  expect(refusal(updateDraft(after, 'tops', 'draft-oak', { origin: ['oak', 'ash'] }))).toBe('not_found');
});

test('[R19] a round of ideas has no drafts', () => {
  const ideas = board('oak');
  expect(refusal(addDrafts(ideas, 'legs', [aDraft('slate')]))).toBe('round_wrong_status');
  expect(refusal(updateDraft(ideas, 'legs', 'oak', { title: 'Ash' }))).toBe('round_wrong_status');
  expect(refusal(removeDraft(ideas, 'legs', 'oak'))).toBe('round_wrong_status');
  expect(refusal(moveDraft(ideas, 'legs', 'oak', 0))).toBe('round_wrong_status');
  expect(theIdea(ideas, 'oak').title).toBe('title of oak');
});
