import { expect, test } from 'vitest';
import { addRound, showRound } from '../../server/domain/round.ts';
import { closeRound, openRound, revealRound } from '../../server/domain/run.ts';
import { type StoredTally, tallyFor } from '../../server/domain/tally.ts';
import { viewBoard } from '../../server/domain/view.ts';
import type { Audience, ResultsShown, RoundStatus } from '../../shared/board-view.ts';
import { aBoardWith, decided, someFields, theRound } from '../support/boards.ts';

const tally: StoredTally = { version: 4, ballots: 3, counts: new Map([['ash', 3]]) };
const all: readonly Audience[] = ['follower', 'voter', 'stage', 'maker'];

function boardIn(status: RoundStatus, results: ResultsShown = 'live') {
  const draft = aBoardWith(['oak', 'ash'], { results });
  if (status === 'draft') return draft;
  const open = decided(draft, (now) => openRound(now, 'legs', 2_000));
  if (status === 'open') return open;
  const closed = decided(open, (now) => closeRound(now, 'legs', 3_000));
  return status === 'closed' ? closed : decided(closed, (now) => revealRound(now, 'legs'));
}

test('[A1] the maker sees all rounds, everybody else those with a run and the current one', () => {
  const board = decided(
    boardIn('closed'),
    (now) => addRound(now, someFields, 'next'),
    (now) => addRound(now, someFields, 'secret'),
    (now) => showRound(now, 'next'),
  );
  const seen = all.map((audience) => viewBoard(board, () => tally, audience, 7).rounds.map(({ id }) => id));
  expect(seen).toEqual([
    ['legs', 'next'],
    ['legs', 'next'],
    ['legs', 'next'],
    ['legs', 'next', 'secret'],
  ]);
});

test.each<[ResultsShown, RoundStatus, readonly Audience[]]>([
  ['live', 'open', all],
  ['live', 'closed', all],
  ['live', 'revealed', all],
  ['after-vote', 'open', ['voter', 'maker']],
  ['after-vote', 'closed', ['voter', 'maker']],
  ['after-vote', 'revealed', all],
  ['after-close', 'open', []],
  ['after-close', 'closed', ['maker']],
  ['after-close', 'revealed', all],
])('[A2] the counts of a round shown %s that is %s go to %j', (results, status, audiences) => {
  const board = boardIn(status, results);
  for (const audience of all) {
    const counts = audiences.includes(audience) ? [0, 3] : null;
    const told = { version: 4, ballots: 3, counts };
    expect(tallyFor(theRound(board), tally, audience)).toEqual(told);
    expect(viewBoard(board, () => tally, audience, 7).rounds.at(0)?.tally).toEqual(told);
  }
});

test('[T2] the tally of a draft round is all zeros for everybody', () => {
  for (const audience of all) {
    const zeros = { version: 0, ballots: 0, counts: [0, 0] };
    expect(tallyFor(theRound(boardIn('draft', 'after-close')), tally, audience)).toEqual(zeros);
  }
});

test('a view holds no secret of the maker', () => {
  for (const audience of all) {
    const view = JSON.stringify(viewBoard(boardIn('open'), () => tally, audience, 7));
    expect(view).not.toContain('stage-bedside');
    expect(view).not.toContain('before');
  }
});
