import { expect, test } from 'vitest';
import { arrange } from '../../client/stage/layout/arrange.ts';
import { frontOf } from '../../client/stage/overlay/front.ts';
import type { Placed } from '../../client/stage/layout/placed.ts';
import { type RoundScene, type Scene, sceneFor } from '../../client/stage/scene.ts';
import { Reveals } from '../../client/stage/reveals.ts';
import { sentenceOf, sizeOf } from '../../client/stage/sentence.ts';
import type { RoundStatus } from '../../shared/board-view.ts';
import type { Picture } from '../../shared/entry.ts';
import { stage } from '../../shared/messages/de/stage.ts';
import { makeRound, makeView } from './views.ts';

const box = { w: 1390, h: 830 };
const unit = 19.2;
const inside = ({ place }: Placed) =>
  place.x >= -0.01 &&
  place.y >= -0.01 &&
  place.x + place.w <= box.w + 0.01 &&
  place.y + place.h <= box.h + 0.01;

test('every scene keeps its drafts inside the room', () => {
  for (const n of [0, 1, 2, 3, 4, 5, 7, 12, 13, 40]) {
    for (const pictures of [true, false]) {
      for (const status of ['draft', 'open', 'revealed'] as const) {
        const { placed, more } = arrange(roundScene(status, countdown(n), { pictures }), box, unit);
        expect(placed.every(inside)).toBe(true);
        expect(placed.length + more).toBe(n);
      }
    }
  }
});

test('at the reveal the winner is by far the largest, the others step back', () => {
  const { placed } = arrange(roundScene('revealed', [3, 9, 4, 1]), box, unit);
  const [winner, ...others] = placed;
  expect(winner?.standing.letter).toBe('B');
  expect(winner?.role).toBe('winner');
  expect(others.map(({ role }) => role)).toEqual(['back', 'back', 'back']);
  expect(others.map(({ standing }) => standing.votes)).toEqual([4, 3, 1]);
  expect(others.every(({ place }) => place.frame.w * 2 < (winner?.place.frame.w ?? 0))).toBe(true);
});

test('tied winners are equally large; without a vote nobody comes forward', () => {
  const tied = arrange(roundScene('revealed', [5, 5, 1]), box, unit).placed.filter(
    ({ role }) => role === 'winner',
  );
  expect(tied).toHaveLength(2);
  expect(tied[0]?.place.frame).toEqual(tied[1]?.place.frame);
  expect(arrange(roundScene('revealed', [0, 0]), box, unit).placed.map(({ role }) => role)).toEqual([
    'even',
    'even',
  ]);
});

test('three tied winners share the width in one row, the others lie beneath them', () => {
  const { placed } = arrange(roundScene('revealed', [5, 5, 5, 1]), box, unit);
  const winners = placed.filter(({ role }) => role === 'winner').map(({ place }) => place);
  expect(new Set(winners.map(({ y }) => y)).size).toBe(1);
  expect(Math.max(...winners.map(({ x, w }) => x + w)) - Math.min(...winners.map(({ x }) => x))).toBeCloseTo(
    box.w,
  );
  const back = placed.find(({ role }) => role === 'back')?.place;
  expect(back?.y).toBeGreaterThan(Math.max(...winners.map(({ y, h }) => y + h)));
});

test('winners without a picture are posters, equally large, none on another', () => {
  for (const counts of [
    [3, 9, 4, 1],
    [5, 5, 1],
    [5, 5, 5, 1, 2],
    [7, 7, 7, 7],
  ]) {
    const { placed } = arrange(roundScene('revealed', counts, { pictures: false }), box, unit);
    const winners = placed.filter(({ role }) => role === 'winner');
    expect(winners.map(({ place }) => place.form)).toEqual(winners.map(() => 'poster'));
    expect(new Set(winners.map(({ place }) => `${place.w} ${place.h}`)).size).toBe(1);
    expect(overlaps(placed)).toBe(false);
  }
});

test('drafts without pictures use the height of the room', () => {
  for (let n = 2; n <= 12; n++) {
    const { placed } = arrange(roundScene('open', countdown(n), { pictures: false }), box, unit);
    const bottom = Math.max(...placed.map(({ place }) => place.y + place.h));
    expect(bottom).toBeGreaterThan(box.h * 0.7);
    expect(placed[0]?.type).toBeGreaterThan(unit * 2);
    expect(placed[0]?.type).toBeLessThanOrEqual(unit * 3.8);
    expect(placed.every(({ wide }) => wide)).toBe(true);
    expect(overlaps(placed)).toBe(false);
  }
});

test('drafts without any picture become rows, a single missing picture does not change the grid', () => {
  expect(arrange(roundScene('open', [1, 2], { pictures: false }), box, unit).placed[0]?.place.form).toBe(
    'plain',
  );
  expect(arrange(roundScene('open', [1, 2]), box, unit).placed[0]?.place.form).toBe('tile');
});

test('a small place shows those in front and says how many are left out', () => {
  expect(frontOf(roundScene('open', [1, 2, 3]), 6)).toMatchObject({ more: 0, standings: { length: 3 } });
  const { standings, more } = frontOf(roundScene('open', countdown(40)), 6);
  expect(standings.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5]);
  expect(more).toBe(35);
});

test('a reveal is celebrated once, and not when the page opens on it', () => {
  const reveals = new Reveals();
  expect(reveals.see(roundScene('revealed', [1, 2]))).toBe(false);
  expect(reveals.see(roundScene('closed', [1, 2]))).toBe(false);
  expect(reveals.see(roundScene('revealed', [1, 2]))).toBe(true);
  expect(reveals.see(roundScene('revealed', [1, 2]))).toBe(false);
  expect(reveals.see(roundScene('closed', [1, 2]))).toBe(false);
  expect(reveals.see(roundScene('revealed', [1, 2]))).toBe(false);
  expect(reveals.see({ kind: 'waiting' })).toBe(false);
});

test('nobody celebrates a round without ballots', () => {
  const reveals = new Reveals();
  reveals.see(roundScene('closed', [0, 0]));
  expect(reveals.see(roundScene('revealed', [0, 0]))).toBe(false);
});

test('the sentence above the question says what is going on', () => {
  const say = (scene: RoundScene) => sentenceOf(scene, stage, String);
  expect(say(roundScene('draft', [0, 0]))).toBe(stage.preview);
  expect(say(roundScene('open', [1, 0]))).toBe(stage.chooseOne);
  expect(say(roundScene('open', null))).toBe(stage.hiddenUntilEnd);
  expect(say(roundScene('closed', null))).toBe(stage.counting);
  expect(say(roundScene('revealed', [4, 4]))).toBe(stage.tie.drafts('2'));
  expect(say(roundScene('revealed', [0, 0]))).toBe(stage.noBallots);
});

test('a long question gets smaller letters', () => {
  expect(['Kurz?', 'x'.repeat(40), 'x'.repeat(140)].map(sizeOf)).toEqual(['s', 'm', 'l']);
});

function overlaps(placed: readonly Placed[]): boolean {
  return placed.some(({ place: a }, i) =>
    placed
      .slice(i + 1)
      .some(
        ({ place: b }) =>
          a.x < b.x + b.w - 0.01 &&
          b.x < a.x + a.w - 0.01 &&
          a.y < b.y + b.h - 0.01 &&
          b.y < a.y + a.h - 0.01,
      ),
  );
}

function countdown(n: number): number[] {
  return Array.from({ length: n }, (_, i) => n - i);
}

function roundScene(
  status: RoundStatus,
  counts: readonly number[] | null,
  { pictures = true }: { pictures?: boolean } = {},
): RoundScene {
  const shown = counts ?? [0, 0];
  const picture: Picture = { hash: 'a'.repeat(40), width: 1600, height: 1200, blur: '' };
  const ballots = counts ? shown.reduce((sum, n) => sum + n, 0) : 7;
  const round = makeRound(
    { status, results: counts === null ? 'after-close' : 'live', tally: { version: 1, ballots, counts } },
    shown.map((_, i) => `d${i}`),
  );
  const entries = round.entries.map((draft) => ({ ...draft, picture: pictures ? picture : null }));
  const scene: Scene = sceneFor(makeView({ ...round, entries }));
  if (!('standings' in scene)) throw new Error('expected a round');
  return scene;
}
