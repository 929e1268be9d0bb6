import { expect, test } from 'vitest';
import { sceneFor } from '../../client/stage/scene.ts';
import type { BoardView, RoundStatus, RoundView } from '../../shared/board-view.ts';
import { makeRound, makeView } from './views.ts';

test('nothing shown: the stage waits', () => {
  expect(sceneFor(viewOf(roundOf('open', [1, 2]), null))).toEqual({ kind: 'waiting' });
  expect(sceneFor(viewOf(roundOf('open', [1, 2]), 'elsewhere'))).toEqual({ kind: 'waiting' });
});

test('a draft round is a preview: no bars, no numbers', () => {
  expect(shown('draft', [0, 0])).toMatchObject({ kind: 'preview', counted: false });
});

test('few drafts keep the order of the maker, whoever leads', () => {
  const scene = shown('open', [1, 5, 3]);
  expect(scene.standings.map(({ votes }) => votes)).toEqual([1, 5, 3]);
  expect(scene.standings.map(({ place }) => place)).toEqual([3, 1, 2]);
  expect(scene.standings.map(({ leads }) => leads)).toEqual([false, true, false]);
  expect(scene.winners).toEqual([]);
});

test('a hidden tally draws no bars', () => {
  expect(shown('open', null, 9)).toMatchObject({ counted: false });
  expect(shown('closed', null, 9).standings.every(({ leads }) => !leads)).toBe(true);
});

test('of more than twelve the front twelve are shown by rank', () => {
  const scene = shown(
    'open',
    Array.from({ length: 40 }, (_, i) => i),
  );
  expect(scene.standings).toHaveLength(12);
  expect(scene.standings[0]).toMatchObject({ votes: 39, place: 1, letter: '40' });
  expect(scene.more).toBe(28);
});

test('of more than twelve with a hidden tally the first twelve are shown', () => {
  const scene = sceneFor(viewOf({ ...roundOf('open', new Array(40).fill(0)), tally: hidden(3) }, 'r'));
  expect(scene).toMatchObject({ more: 28, counted: false });
  expect('standings' in scene && scene.standings[0]?.letter).toBe('A');
});

test('a tie has several winners, no ballots have none', () => {
  expect(shown('revealed', [4, 4, 1]).winners).toEqual(['d0', 'd1']);
  expect(shown('revealed', [0, 0, 0]).winners).toEqual([]);
  expect(shown('revealed', []).standings).toEqual([]);
});

function shown(status: RoundStatus, counts: readonly number[] | null, ballots?: number) {
  const round =
    counts === null
      ? { ...roundOf(status, [0, 0, 0]), tally: hidden(ballots ?? 0) }
      : roundOf(status, counts);
  const scene = sceneFor(viewOf(round, 'r'));
  if (!('standings' in scene)) throw new Error('expected a round');
  return scene;
}

function hidden(ballots: number) {
  return { version: 1, ballots, counts: null };
}

function roundOf(status: RoundStatus, counts: readonly number[]): RoundView {
  const drafts = counts.map((_, i) => `d${i}`);
  const ballots = counts.reduce((sum, n) => sum + n, 0);
  return makeRound({ id: 'r', status, tally: { version: 1, ballots, counts } }, drafts);
}

function viewOf(round: RoundView, currentRoundId: string | null): BoardView {
  const view = makeView(round);
  return { ...view, head: { ...view.head, currentRoundId } };
}
