import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { giveCredit } from '../../server/domain/credit.ts';
import { eraseIdea } from '../../server/domain/idea.ts';
import { buryIdea, foldIdea, mergeIdeas, objectTo } from '../../server/domain/moderation.ts';
import { addRound, showRound } from '../../server/domain/round.ts';
import { NO_BALLOTS } from '../../server/domain/tally.ts';
import { viewBoard } from '../../server/domain/view.ts';
import type { Audience } from '../../shared/board-view.ts';
import { CONSENT } from '../../shared/mine.ts';
import { decided, someFields } from '../support/boards.ts';
import { collecting, handIn, words } from '../support/idea-rounds.ts';

const others = ['follower', 'voter', 'stage'] as const;
const round = (board: Board, audience: Audience) =>
  viewBoard(board, () => NO_BALLOTS, audience, 0).rounds.at(0);
const seen = (board: Board, audience: Audience) => round(board, audience)?.entries;
const name = (who: string) => (board: Board) =>
  giveCredit(
    board,
    { participant: who, hasBallot: true },
    { name: `Name of ${who}`, consent: CONSENT },
    who,
    2_000,
  );
const bare = { title: '', text: '', picture: null, alt: '', at: 1_600 };
const objection = { text: 'It is not.', at: 1_800, answer: null };

test('[I5] of an idea that is not shown, only the maker gets words, sentence and objection', () => {
  const board = decided(
    collecting({ review: true }),
    ...['waiting', 'folded', 'erased', 'buried'].map((id) => handIn(id)),
    (now) => foldIdea(now, 'folded', 'spam', 'No.'),
    (now) => objectTo(now, 'folded', 'author-folded', 'It is not.', 1_800),
    (now) => eraseIdea(now, 'erased', 'author-erased'),
    (now) => buryIdea(now, 'buried', 'The law forbids it.'),
  );
  const gone = [
    { ...bare, id: 'erased', state: 'gone', reason: 'author' },
    { ...bare, id: 'buried', state: 'gone', reason: 'illegal', sentence: 'The law forbids it.' },
  ];
  for (const audience of others) {
    expect(seen(board, audience)).toEqual([
      { ...bare, id: 'waiting', state: 'waiting' },
      { ...bare, id: 'folded', state: 'folded', reason: 'spam' },
      ...gone,
    ]);
  }
  expect(seen(board, 'maker')).toEqual([
    { ...words('waiting'), at: 1_600, state: 'waiting' },
    { ...words('folded'), at: 1_600, state: 'folded', reason: 'spam', sentence: 'No.', objection },
    ...gone,
  ]);
});

test('[I5] everybody reads what is shown or merged, and a name that was left for the credits', () => {
  const board = decided(collecting(), handIn('oak'), handIn('ash'), name('author-oak'), (now) =>
    mergeIdeas(now, ['ash'], 'oak'),
  );
  for (const audience of [...others, 'maker'] as const) {
    expect(seen(board, audience)).toEqual([
      { ...words('oak'), at: 1_600, state: 'shown', by: 'Name of author-oak' },
      { ...words('ash'), at: 1_600, state: 'merged', into: 'oak' },
    ]);
  }
});

test('[I5] who the author is, nobody gets; nor the name of one whose idea is folded', () => {
  const board = decided(collecting(), handIn('oak'), handIn('ash'), name('author-oak'), (now) =>
    foldIdea(now, 'oak', 'spam', 'No.'),
  );
  for (const audience of [...others, 'maker'] as const) {
    const text = JSON.stringify(round(board, audience));
    expect(text).not.toMatch(/author|Name of|spent|objected/);
  }
});

test('what stays as it is stays the very object', () => {
  const before = decided(collecting(), handIn('oak'), handIn('ash'), name('author-oak'), (now) =>
    addRound(now, someFields, 'tops'),
  );
  const after = decided(before, (now) => foldIdea(now, 'ash', 'spam', 'No.'), handIn('elm'));
  for (const audience of ['follower', 'maker'] as const) {
    expect(round(before, audience)).toBe(round(before, audience));
    expect(seen(after, audience)?.at(0)).toBe(seen(before, audience)?.at(0));
    expect(seen(after, audience)?.at(1)).not.toEqual(seen(before, audience)?.at(1));
  }
  const view = (board: Board) => viewBoard(board, () => NO_BALLOTS, 'maker', 0);
  expect(view(after).rounds.at(1)).toBe(view(before).rounds.at(1));
  expect(view(after).credits.at(0)).toBe(view(before).credits.at(0));
  const named = decided(after, name('author-elm'));
  expect(seen(named, 'follower')?.at(0)).toBe(seen(before, 'follower')?.at(0));
  expect(seen(named, 'follower')?.at(2)).toMatchObject({ by: 'Name of author-elm' });
});

test('[A1] a round that only collected stays in sight once it has ideas', () => {
  const empty = decided(collecting(), (now) => showRound(now, null));
  const board = decided(empty, handIn('oak'));
  for (const audience of others) {
    expect(round(empty, audience)).toBeUndefined();
    expect(seen(board, audience)?.map(({ title }) => title)).toEqual(['title of oak']);
  }
});
