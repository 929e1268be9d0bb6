import { expect, test } from 'vitest';
import { completeBoard } from '../../server/domain/complete.ts';
import { openRound } from '../../server/domain/run.ts';
import { aBoardWith, decided } from '../support/boards.ts';
import { firstVersionOf } from '../support/first-version.ts';
import { withIdeas } from '../support/idea-rounds.ts';

test('a board of the first version gets what it lacks', () => {
  const draft = aBoardWith(['oak', 'ash']);
  expect(completeBoard(JSON.stringify(firstVersionOf(draft)))).toEqual(draft);
  const open = decided(draft, (now) => openRound(now, 'legs', 2_000));
  expect(completeBoard(JSON.stringify(firstVersionOf(open)))).toEqual(open);
});

test('a board of today stays as it is', () => {
  const board = decided(withIdeas('oak', 'ash'), (now) => openRound(now, 'legs', 2_000));
  expect(completeBoard(JSON.stringify(board))).toEqual(board);
});
