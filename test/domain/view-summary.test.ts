import { expect, test } from 'vitest';
import { addDrafts } from '../../server/domain/draft.ts';
import { addRound } from '../../server/domain/round.ts';
import { viewSummary } from '../../server/domain/view-summary.ts';
import { aDraft, decided, someFields } from '../support/boards.ts';
import { withIdeas, words } from '../support/idea-rounds.ts';

test('only a picture of the maker stands for a board in the list', () => {
  const ideas = withIdeas('oak');
  expect(viewSummary(ideas)).toMatchObject({ rounds: 1, openRounds: 0, picture: null, promisedBy: null });
  const { picture } = words('elm');
  const board = decided(
    ideas,
    (now) => addRound(now, someFields, 'arms'),
    (now) => addDrafts(now, 'arms', [{ ...aDraft('elm'), picture }]),
  );
  expect(viewSummary(board).picture).toEqual(picture);
});
