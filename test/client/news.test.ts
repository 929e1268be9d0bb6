import { expect, test } from 'vitest';
import { newsOf } from '../../client/follower/after/news.ts';
import { markSeen, readSeen } from '../../client/follower/after/seen-news.ts';
import { texts } from '../../client/follower/after/texts.ts';
import { words } from '../../client/lib/words.ts';
import type { RoundView } from '../../shared/board-view.ts';
import type { OwnIdea } from '../../shared/mine.ts';
import { DAY, makeBallot, makeFamily, makeOutcome, makeOwnIdea, PROMISED } from './boards-with-outcomes.ts';
import { memoryKeep } from './views.ts';

interface Told {
  readonly voted?: readonly string[];
  readonly ideas?: readonly OwnIdea[];
  readonly now?: number;
}

function told(round: Partial<RoundView>, { voted, ideas = [], now = 50_000 }: Told) {
  const { view } = makeFamily(round);
  const own = (roundId: string) => (voted && roundId === 'wood' ? makeBallot(voted) : null);
  const news = newsOf({ view, own, mine: { ideas, credit: null }, now }, texts(), words);
  return news.map(({ text }) => text.replaceAll('\u00a0', ' '));
}

test('after the reveal: whom one voted for, and who has won', () => {
  expect(told({}, { voted: ['walnut'] })).toEqual(['Du hast für „Titel walnut“ gestimmt: gewonnen!']);
  expect(told({}, { voted: ['oak'] })).toEqual([
    'Du hast für „Titel oak“ gestimmt. Gewonnen hat „Titel walnut“.',
  ]);
  const tied = { tally: { version: 4, ballots: 18, counts: [9, 9, 0] } };
  expect(told(tied, { voted: ['oak'] })).toEqual([
    'Du hast für „Titel oak“ gestimmt. Gleichstand zwischen „Titel oak“ und „Titel walnut“.',
  ]);
});

test('nothing is told before the reveal, nor to those who took no part', () => {
  expect(told({ status: 'closed' }, { voted: ['walnut'] })).toEqual([]);
  expect(told({ outcome: makeOutcome() }, {})).toEqual([]);
});

test('after the decision: what is made, by when, and whether one stood for it', () => {
  const outcome = makeOutcome();
  expect(told({ outcome }, { voted: ['walnut'] })).toEqual([
    '„Titel walnut“ wird gemacht, versprochen bis 12. März 2027. Dafür hast du gestimmt.',
  ]);
  expect(told({ outcome }, { voted: ['oak'] })).toEqual([
    '„Titel walnut“ wird gemacht, versprochen bis 12. März 2027. Du hast für „Titel oak“ gestimmt.',
  ]);
});

test('[O3] what became of the promise: kept, postponed, overdue by itself', () => {
  const step = { text: '', at: 45_000, picture: null, alt: '' };
  const kept = makeOutcome({ steps: [{ ...step, kind: 'kept', by: null }] });
  expect(told({ outcome: kept }, { voted: ['oak'] })).toEqual([
    'Versprochen war „Titel walnut“ bis 12. März 2027: eingelöst.',
  ]);
  const later = makeOutcome({ steps: [{ ...step, kind: 'postponed', by: PROMISED + 2 * DAY }] });
  expect(told({ outcome: later }, { voted: ['oak'] })).toEqual([
    'Das Versprechen zu „Titel walnut“ ist verschoben auf 14. März 2027.',
  ]);
  expect(told({ outcome: makeOutcome() }, { voted: ['oak'], now: PROMISED + 1 })).toEqual([
    'Versprochen war „Titel walnut“ bis 12. März 2027: überfällig.',
  ]);
});

test('an idea is told from draft to product, and the vote in the same round is not told beside it', () => {
  const ideas = [makeOwnIdea('trunk', { state: 'merged', into: 'cable' })];
  expect(told({ status: 'open' }, { ideas })).toEqual(['Deine Idee „Idee trunk“ ist jetzt Entwurf B.']);
  expect(told({}, { ideas, voted: ['walnut'] })).toEqual([
    'Deine Idee „Idee trunk“ wurde Entwurf B und hat gewonnen.',
  ]);
  expect(told({ outcome: makeOutcome() }, { ideas, voted: ['walnut'] })).toEqual([
    'Deine Idee „Idee trunk“ wird gemacht, versprochen bis 12. März 2027.',
  ]);
});

test('a folded idea is told last, until its author has objected, and again when that is answered', () => {
  const folded = makeOwnIdea('junk', { state: 'folded', reason: 'spam' });
  const ideas = [makeOwnIdea('shelf'), folded];
  expect(told({ status: 'open' }, { ideas })).toEqual([
    'Deine Idee „Idee shelf“ ist jetzt Entwurf B.',
    'Deine Idee „Idee junk“ wurde eingeklappt. Warum, und wie du widersprichst, steht weiter unten.',
  ]);
  const objection = { text: 'Doch.', at: 2_000, answer: null };
  expect(told({ status: 'open' }, { ideas: [{ ...folded, objection }] })).toEqual([]);
  const answered = { ...folded, objection: { ...objection, answer: 'Nein.' } };
  expect(told({ status: 'open' }, { ideas: [answered] })[0]).toContain('gibt es eine Antwort');
});

test('each stage is told once, and what somebody wrote into the storage does no harm', () => {
  const keep = memoryKeep();
  const news = { subject: 'vote wood 1', roundId: 'wood', stage: 'revealed', text: '', short: '' };
  markSeen(keep, 'board', [news]);
  markSeen(keep, 'board', [{ ...news, subject: 'idea a', stage: 'folded' }]);
  expect([...readSeen(keep, 'board')]).toEqual([
    ['vote wood 1', 'revealed'],
    ['idea a', 'folded'],
  ]);
  keep.write('mitwerk.news.board', '{"a":');
  expect(readSeen(keep, 'board').size).toBe(0);
  keep.write('mitwerk.news.board', '[["a"],3,["b","c"]]');
  expect([...readSeen(keep, 'board')]).toEqual([['b', 'c']]);
});
