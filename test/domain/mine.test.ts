import { expect, test } from 'vitest';
import { giveCredit } from '../../server/domain/credit.ts';
import { eraseIdea } from '../../server/domain/idea.ts';
import { mineOf } from '../../server/domain/mine.ts';
import {
  answerObjection,
  buryIdea,
  foldIdea,
  mergeIdeas,
  objectTo,
  unfoldIdea,
} from '../../server/domain/moderation.ts';
import { CONSENT } from '../../shared/mine.ts';
import { decided } from '../support/boards.ts';
import { collecting, handIn, words } from '../support/idea-rounds.ts';

const board = decided(collecting(), handIn('oak', 'ana'), handIn('ash', 'ben'), handIn('elm', 'ana'));
const oak = { ...words('oak'), roundId: 'legs', at: 1_600, state: 'shown' };
const elm = { ...words('elm'), roundId: 'legs', at: 1_600, state: 'shown' };

test('[P4] a participant reads own ideas, name and consent, and nobody else’s', () => {
  const after = decided(board, (now) =>
    giveCredit(now, { participant: 'ana', hasBallot: false }, { name: 'Ana', consent: CONSENT }, 'c', 2_000),
  );
  const credit = { name: 'Ana', consent: CONSENT, at: 2_000 };
  expect(mineOf(after, 'ana')).toEqual({ ideas: [oak, elm], credit });
  expect(mineOf(after, 'dora')).toEqual({ ideas: [], credit: null });
});

test('[P4] [M1] [M2] [M3] what became of an idea, and why', () => {
  const folded = decided(
    board,
    (now) => foldIdea(now, 'oak', 'spam', 'No.'),
    (now) => objectTo(now, 'oak', 'ana', 'It is not.', 1_800),
    (now) => answerObjection(now, 'oak', 'It is.'),
    (now) => mergeIdeas(now, ['elm'], 'ash'),
  );
  const objection = { text: 'It is not.', at: 1_800, answer: 'It is.' };
  expect(mineOf(folded, 'ana').ideas).toEqual([
    { ...oak, state: 'folded', reason: 'spam', sentence: 'No.', objection, objected: true },
    { ...elm, state: 'merged', into: 'ash' },
  ]);
  const unfolded = decided(folded, (now) => unfoldIdea(now, 'oak'));
  expect(mineOf(unfolded, 'ana').ideas[0]).toEqual({ ...oak, objected: true });
});

test('[P4] [I2] [I6] of an erased idea only that there was one', () => {
  const after = decided(
    board,
    (now) => eraseIdea(now, 'oak', 'ana'),
    (now) => buryIdea(now, 'elm', 'No.'),
  );
  expect(mineOf(after, 'ana')).toEqual({ ideas: [], erased: ['legs', 'legs'], credit: null });
});
