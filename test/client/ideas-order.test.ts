import { expect, test } from 'vitest';
import { mergedIdeas, placedIdeas } from '../../client/follower/ideas/listed.ts';
import { firstSort, ordered, sameStart, sortsFor } from '../../client/follower/ideas/order.ts';
import { publicLines } from '../../client/follower/ideas/public-lines.ts';
import { matches } from '../../client/follower/ideas/search.ts';
import { SeenIdeas } from '../../client/follower/ideas/seen.ts';
import { ideasById } from '../../client/follower/ideas/support.ts';
import { ideas as de } from '../../shared/messages/de/ideas.ts';
import { makeIdea } from './idea-views.ts';

const list = placedIdeas(['a', 'b', 'c', 'd'].map((id) => makeIdea(id)));

test('top, new and chance; of equals the later one comes first, it had less time', () => {
  const by = { counts: [3, 1, 7, 1], chance: ['b', 'd', 'a', 'c'] };
  expect(ordered('top', list, by)).toEqual(['c', 'a', 'd', 'b']);
  expect(ordered('newest', list, by)).toEqual(['d', 'c', 'b', 'a']);
  expect(ordered('chance', list, by)).toEqual(['b', 'd', 'a', 'c']);
});

test('an idea the server had not counted views of yet comes first in chance', () => {
  expect(ordered('chance', list, { counts: null, chance: ['b', 'a'] })).toEqual(['d', 'c', 'b', 'a']);
});

test('only what is on the ballot is listed, and counts go by its place in the round', () => {
  const ideas = [
    makeIdea('a', { state: 'folded' }),
    makeIdea('b'),
    makeIdea('c', { state: 'gone' }),
    makeIdea('d'),
  ];
  expect(placedIdeas(ideas).map(({ idea, index }) => [idea.id, index])).toEqual([
    ['b', 1],
    ['d', 3],
  ]);
});

test('a hidden tally offers no top; late ideas get their chance first, and once it is over the best are', () => {
  expect(sortsFor({ counted: false, over: false })).toEqual(['newest', 'chance']);
  expect(sortsFor({ counted: true, over: false })).toEqual(['top', 'newest', 'chance']);
  expect(sortsFor({ counted: true, over: true })).toEqual(['top', 'newest']);
  expect(firstSort({ counted: true, over: false, voting: true })).toBe('chance');
  expect(firstSort({ counted: false, over: false, voting: false })).toBe('newest');
  expect(firstSort({ counted: true, over: true, voting: false })).toBe('top');
  expect(firstSort({ counted: false, over: true, voting: false })).toBe('newest');
});

test('an order has moved only if that can be seen', () => {
  expect(sameStart(['a', 'b', 'c'], ['a', 'b', 'd'], 2)).toBe(true);
  expect(sameStart(['a', 'b', 'c'], ['a', 'b', 'd'], 3)).toBe(false);
});

test('[M4] merged ideas are listed under the one they went into, at whatever remove', () => {
  const ideas = [
    makeIdea('a'),
    makeIdea('b', { state: 'merged', into: 'c' }),
    makeIdea('c', { state: 'merged', into: 'a' }),
  ];
  const merged = mergedIdeas(ideas, ideasById(ideas));
  expect(merged.get('a')?.map(({ id }) => id)).toEqual(['b', 'c']);
});

test('the public lines count what is not shown, with its reasons', () => {
  const hidden = [
    ...Array.from({ length: 5 }, (_, at) => makeIdea(`s${at}`, { state: 'folded', reason: 'spam' })),
    makeIdea('i1', { state: 'folded', reason: 'insult' }),
    makeIdea('i2', { state: 'folded', reason: 'insult' }),
    makeIdea('w', { state: 'waiting' }),
    makeIdea('x', { state: 'gone', reason: 'illegal' }),
    makeIdea('own', { state: 'gone', reason: 'author' }),
    makeIdea('shown'),
  ];
  expect(publicLines(hidden, de, String)).toEqual([
    '1 Idee wartet auf Prüfung.',
    '7 eingeklappt: 5 Spam, 2 beleidigend',
    'Ein rechtswidriger Beitrag wurde entfernt.',
  ]);
  expect(publicLines([makeIdea('shown')], de, String)).toEqual([]);
});

test('the search finds every word anywhere, whatever its case and accents', () => {
  const idea = makeIdea('a', { title: 'Gewürzregal', text: 'Neben dem Herd', by: 'Ana' });
  expect(['gewurz herd', 'ANA', 'regal', ''].map((typed) => matches(typed)(idea))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(matches('gewürz flur')(idea)).toBe(false);
});

test('an idea counts as seen after a second on the screen, and is told once', () => {
  const seen = new SeenIdeas();
  seen.appear('long', 0);
  seen.appear('brief', 0);
  seen.vanish('brief', 900);
  seen.appear('late', 4_500);
  expect(seen.take(5_000)).toEqual(['long']);
  seen.vanish('long', 6_000);
  seen.appear('long', 7_000);
  expect(seen.take(10_000)).toEqual(['late']);
  expect(seen.take(15_000)).toEqual([]);
});

test('no more than a hundred are told at once; the rest follow', () => {
  const seen = new SeenIdeas();
  for (let at = 0; at < 130; at++) seen.appear(`i${at}`, 0);
  expect(seen.take(2_000)).toHaveLength(100);
  expect(seen.take(7_000)).toHaveLength(30);
});
