import { expect, test } from 'vitest';
import { keptEarly } from '../../client/follower/ideas/kept-early.ts';
import { Support } from '../../client/follower/ideas/support.svelte.ts';
import { ideasById, limitsOf, type SupportRule } from '../../client/follower/ideas/support.ts';
import type { OwnBallot } from '../../shared/board-view.ts';
import type { Idea } from '../../shared/entry.ts';
import { makeIdea } from './idea-views.ts';
import { memoryKeep } from './views.ts';

/** A device whose ballots count at once. It may not have been told yet what it supported before. */
function device(rule: SupportRule, ideas: readonly Idea[], before: readonly string[] = [], known = true) {
  const cast: (readonly string[])[] = [];
  let ballot: OwnBallot | null = before.length > 0 ? { roundId: 'r', run: 1, rev: 1, entries: before } : null;
  const take = (entries: readonly string[]) => {
    cast.push(entries);
    ballot = { roundId: 'r', run: 1, rev: cast.length + 1, entries };
  };
  const support = new Support({
    ballot: () => (known ? ballot : null),
    known: () => known,
    early: keptEarly(memoryKeep(), 'r', 1),
    limits: () => limitsOf(rule),
    ideas: () => ideasById(ideas),
    cast: take,
    withdraw: () => take([]),
  });
  const learn = () => {
    known = true;
    support.settle();
  };
  return { support, cast, on: () => [...support.supported], learn };
}

const three = ['a', 'b', 'c'].map((id) => makeIdea(id));

test('a tap counts at once, the whole set is the ballot, the next tap takes it back', () => {
  const { support, cast, on } = device({ kind: 'approve' }, three);
  support.tap('a');
  support.tap('c');
  support.tap('a');
  support.tap('c');
  expect(cast).toEqual([['a'], ['a', 'c'], ['c'], []]);
  expect(on()).toEqual([]);
});

test('undo brings back what was before the last tap, once', () => {
  const { support, cast } = device({ kind: 'approve' }, three, ['b']);
  support.tap('a');
  expect(support.last).toMatchObject({ id: 'a', gave: true });
  support.undo();
  support.undo();
  expect(cast).toEqual([['b', 'a'], ['b']]);
});

test('undoing the first vote withdraws it', () => {
  const { support, cast } = device({ kind: 'approve' }, three);
  support.tap('a');
  support.undo();
  expect(cast).toEqual([['a'], []]);
});

test('with a limit one vote too many is refused and said, until one is taken back', () => {
  const { support, cast } = device({ kind: 'choose', min: 1, max: 2 }, three);
  support.tap('a');
  support.tap('b');
  expect(support.left).toBe(0);
  support.tap('c');
  expect(support.full).toBe(true);
  expect(cast).toHaveLength(2);
  support.tap('a');
  expect(support.full).toBe(false);
  support.tap('c');
  expect(cast.at(-1)).toEqual(['b', 'c']);
});

test('with a single vote another tap moves it', () => {
  const { support, cast } = device({ kind: 'choose', min: 1, max: 1 }, three, ['a']);
  support.tap('b');
  expect(cast).toEqual([['b']]);
});

test('a ballot that needs two is cast from the second on, and withdrawn below', () => {
  const { support, cast, on } = device({ kind: 'choose', min: 2, max: 3 }, three);
  support.tap('a');
  expect(cast).toEqual([]);
  expect([on(), support.missing]).toEqual([['a'], 1]);
  support.tap('b');
  expect(cast).toEqual([['a', 'b']]);
  support.tap('a');
  expect(cast.at(-1)).toEqual([]);
  expect([on(), support.missing]).toEqual([['b'], 1]);
  support.tap('c');
  expect(cast.at(-1)).toEqual(['b', 'c']);
});

test('[M4] whoever supported a merged idea supports the one it went into, once', () => {
  const ideas = [makeIdea('a'), makeIdea('b', { state: 'merged', into: 'a' }), makeIdea('c')];
  const { support, cast, on } = device({ kind: 'approve' }, ideas, ['b', 'a']);
  expect(on()).toEqual(['a']);
  support.tap('a');
  expect(cast).toEqual([[]]);
});

test('[V2] what was folded stays on the ballot as long as there is room for it', () => {
  const ideas = [makeIdea('a', { state: 'folded' }), makeIdea('b'), makeIdea('c'), makeIdea('d')];
  const { support, cast } = device({ kind: 'choose', min: 1, max: 3 }, ideas, ['a', 'b']);
  expect(support.left).toBe(2);
  support.tap('c');
  support.tap('d');
  expect(cast).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c', 'd'],
  ]);
});

test('taps before it is known what was supported before are shown, and then added to it, once', () => {
  const { support, cast, on, learn } = device({ kind: 'approve' }, three, ['a', 'b'], false);
  for (const id of ['c', 'a']) support.tap(id);
  support.settle();
  expect([on(), cast]).toEqual([['c', 'a'], []]);
  learn();
  support.settle();
  expect(cast).toEqual([['a', 'b', 'c']]);
  expect(on()).toEqual(['a', 'b', 'c']);
});

test('an early tap is taken back by the next, or by undo; what was supported before stays', () => {
  const { support, cast, learn } = device({ kind: 'approve' }, three, ['b'], false);
  for (const id of ['c', 'c', 'a']) support.tap(id);
  support.undo();
  learn();
  expect(cast).toEqual([]);
  support.tap('a');
  expect(cast).toEqual([['b', 'a']]);
});

test('undo after the settling takes back the last early tap alone', () => {
  const { support, cast, learn } = device({ kind: 'approve' }, three, ['b'], false);
  for (const id of ['c', 'a']) support.tap(id);
  learn();
  support.undo();
  expect(cast).toEqual([
    ['b', 'c', 'a'],
    ['b', 'c'],
  ]);
});

test('of early taps beyond the limit the first ones fit, and it is said that there was no room for all', () => {
  const { support, cast, on, learn } = device({ kind: 'choose', min: 1, max: 2 }, three, ['b'], false);
  for (const id of ['c', 'a']) support.tap(id);
  learn();
  expect(cast).toEqual([['b', 'c']]);
  expect([support.full, on()]).toEqual([true, ['b', 'c']]);
});

test('an early tap moves a single vote', () => {
  const { support, cast, learn } = device({ kind: 'choose', min: 1, max: 1 }, three, ['a'], false);
  support.tap('b');
  learn();
  expect(cast).toEqual([['b']]);
});

test('early taps that are too few for a ballot wait for more', () => {
  const { support, cast, on, learn } = device({ kind: 'choose', min: 2, max: 3 }, three, [], false);
  support.tap('a');
  learn();
  expect([cast, on(), support.missing]).toEqual([[], ['a'], 1]);
  support.tap('b');
  expect(cast).toEqual([['a', 'b']]);
});
