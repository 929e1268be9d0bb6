import { expect, test } from 'vitest';
import { bounds, sameChoice, tapped } from '../../client/follower/round/choice.ts';
import { rulesOf } from '../../client/follower/rules.ts';
import { byRank, standings } from '../../client/lib/standing.ts';
import { words } from '../../client/lib/words.ts';
import { follower } from '../../shared/messages/de/follower.ts';
import { makeRound } from './views.ts';

test('a tap replaces a single choice, adds to and takes from several, and never overfills', () => {
  expect(tapped(['a'], 'b', 1)).toEqual(['b']);
  expect(tapped(['a'], 'b', 2)).toEqual(['a', 'b']);
  expect(tapped(['a', 'b'], 'a', 2)).toEqual(['b']);
  expect(tapped(['a', 'b'], 'c', 2)).toBeNull();
  expect(sameChoice(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(sameChoice(['a', 'b'], ['a'])).toBe(false);
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

test('the rules are told from the round’s settings', () => {
  const round = makeRound({ rule: { kind: 'choose', min: 1, max: 3 }, results: 'after-close' });
  const rules = rulesOf(round, follower, 'Tischlerei', words);
  expect(rules[0]).toBe('Jedes Gerät füllt einen Stimmzettel aus: 1 bis 3 Entwürfe. Ohne Konto, ohne App.');
  expect(rules[2]).toContain('auch Tischlerei nicht');
  expect(rules[3]).toBe('Tischlerei schließt die Runde von Hand.');
  expect(rulesOf(makeRound({ status: 'draft', seconds: 120 }), follower, 'X', words)[3]).toBe(
    'Ab dem Start läuft die Runde 2 Minuten.',
  );
});
