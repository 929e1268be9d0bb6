import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { giveCredit, withdrawCredit } from '../../server/domain/credit.ts';
import { eraseIdea } from '../../server/domain/idea.ts';
import { foldIdea } from '../../server/domain/moderation.ts';
import { NO_BALLOTS } from '../../server/domain/tally.ts';
import { viewBoard } from '../../server/domain/view.ts';
import type { Audience } from '../../shared/board-view.ts';
import { CONSENT } from '../../shared/mine.ts';
import { aBoardWith, decided, refusal } from '../support/boards.ts';
import { withIdeas } from '../support/idea-rounds.ts';

const give =
  (participant: string, name: string, hasBallot = true, at = 2_000) =>
  (board: Board) =>
    giveCredit(board, { participant, hasBallot }, { name, consent: CONSENT }, `credit-of-${participant}`, at);
const seenBy = (board: Board, audience: Audience) => viewBoard(board, () => NO_BALLOTS, audience, 0);

test('[C1] whoever has a ballot or an idea leaves a name', () => {
  expect(refusal(give('ben', 'Ben')(aBoardWith([])))).toBeNull();
  expect(refusal(give('author-oak', 'Ana', false)(withIdeas('oak')))).toBeNull();
  expect(refusal(give('ben', 'Ben', false)(withIdeas('oak')))).toBe('nothing_to_credit');
  const erased = decided(withIdeas('oak'), (now) => eraseIdea(now, 'oak', 'author-oak'));
  expect(refusal(give('author-oak', 'Ana', false)(erased))).toBe('nothing_to_credit');
});

test('[C1] with the current wording of the consent', () => {
  const fields = { name: 'Ben', consent: CONSENT - 1 };
  const decision = giveCredit(aBoardWith([]), { participant: 'ben', hasBallot: true }, fields, 'c', 2_000);
  expect(refusal(decision)).toBe('consent_outdated');
});

test('[C1] a new name replaces the old one, at its place', () => {
  const board = decided(
    aBoardWith([]),
    give('ana', 'Ana'),
    give('ben', 'Ben'),
    give('ana', 'Anna', true, 3_000),
  );
  expect(board.credits).toEqual([
    { id: 'credit-of-ana', participant: 'ana', name: 'Anna', consent: CONSENT, at: 3_000 },
    { id: 'credit-of-ben', participant: 'ben', name: 'Ben', consent: CONSENT, at: 2_000 },
  ]);
  expect(give('ana', 'Anna')(board)).toEqual({ ok: true, change: null });
});

test('[C2] a withdrawn name is in no view, and withdrawing again is no change', () => {
  const board = decided(withIdeas('oak'), give('author-oak', 'Ana'), give('ben', 'Ben'));
  for (const audience of ['stage', 'maker'] as const) {
    expect(JSON.stringify(seenBy(board, audience))).toContain('Ana');
  }
  const without = decided(board, (now) => withdrawCredit(now, 'author-oak'));
  for (const audience of ['follower', 'voter', 'stage', 'maker'] as const) {
    expect(JSON.stringify(seenBy(without, audience))).not.toContain('Ana');
  }
  expect(JSON.stringify(without)).not.toContain('Ana');
  expect(withdrawCredit(without, 'author-oak')).toEqual({ ok: true, change: null });
});

test('the stage and the maker get the names with the ideas everybody can read, followers none', () => {
  const board = decided(
    withIdeas('oak', 'ash'),
    give('author-oak', 'Ana'),
    give('author-ash', 'Ben'),
    (now) => foldIdea(now, 'ash', 'spam', 'No.'),
  );
  const credits = [
    { id: 'credit-of-author-oak', name: 'Ana', ideas: ['oak'] },
    { id: 'credit-of-author-ash', name: 'Ben', ideas: [] },
  ];
  expect(seenBy(board, 'stage').credits).toEqual(credits);
  expect(seenBy(board, 'maker').credits).toEqual(credits);
  expect(seenBy(board, 'follower').credits).toEqual([]);
  expect(seenBy(board, 'voter').credits).toEqual([]);
});
