import { expect, test } from 'vitest';
import { bounds, chosenOf, sameChoice, tapped } from '../../client/follower/round/choice.ts';
import { byRank, standings } from '../../client/lib/standing.ts';
import { makeRound } from './views.ts';

test('a tap replaces a single choice, adds to and takes from several, and never overfills', () => {
  expect(tapped(['a'], 'b', 1)).toEqual(['b']);
  expect(tapped(['a'], 'b', 2)).toEqual(['a', 'b']);
  expect(tapped(['a', 'b'], 'a', 2)).toEqual(['b']);
  expect(tapped(['a', 'b'], 'c', 2)).toBeNull();
  expect(sameChoice(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(sameChoice(['a', 'b'], ['a'])).toBe(false);
});

test('what was picked before it was known what counts is added to that, as far as there is room', () => {
  const { entries } = makeRound();
  const chosen = (picks: string[], counted: string[], max: number, known = true) =>
    chosenOf({ entries: picks, early: true }, counted, { entries, known, max });
  expect(chosen(['ash'], ['oak', 'walnut'], 3)).toEqual(['oak', 'walnut', 'ash']);
  expect(chosen(['ash', 'oak'], ['oak'], 3)).toEqual(['oak', 'ash']);
  expect(chosen(['ash'], ['oak', 'walnut'], 2)).toEqual(['oak', 'walnut']);
  expect(chosen(['ash'], ['oak'], 1)).toEqual(['ash']);
  expect(chosen(['ash'], [], 3, false)).toEqual(['ash']);
  expect(chosenOf({ entries: ['ash'] }, ['oak'], { entries, known: true, max: 3 })).toEqual(['ash']);
});

test('nobody may choose more than there is', () => {
  expect(bounds({ kind: 'choose', min: 1, max: 5 }, 3)).toEqual({ min: 1, max: 3 });
  expect(bounds({ kind: 'approve' }, 4)).toEqual({ min: 1, max: 4 });
});

test('standings keep the maker’s order, ranking puts the best first and names ties', () => {
  const tally = { version: 1, ballots: 7, counts: [2, 3, 3] };
  const list = standings(makeRound({ status: 'revealed', tally }));
  expect(list.map(({ rank }) => rank)).toEqual([3, 1, 1]);
  expect(byRank(list).map(({ draft, first }) => [draft.id, first])).toEqual([
    ['walnut', true],
    ['ash', true],
    ['oak', false],
  ]);
});
