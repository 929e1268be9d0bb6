import { expect, test } from 'vitest';
import { Ticker } from '../../server/live/ticker.ts';
import { ManualClock } from '../support/manual-clock.ts';

function startTicker(interval = { least: 100, most: 100 }) {
  const clock = new ManualClock();
  const ticks: number[] = [];
  const start = clock.now();
  const ticker = new Ticker(
    clock,
    () => interval,
    (told) => {
      ticks.push(clock.now() - start);
      told();
    },
  );
  return { clock, ticks, ticker };
}

test('a quiet room tells at once, a busy one once per interval, and the last mark is always told', () => {
  const { clock, ticks, ticker } = startTicker();
  ticker.mark();
  expect(ticks).toEqual([0]);
  for (let i = 0; i < 25; i += 1) {
    clock.turn(10);
    ticker.mark();
  }
  expect(ticks).toEqual([0, 100, 200]);
  clock.turn(1_000);
  expect(ticks).toEqual([0, 100, 200, 300]);
});

test('what may wait rides on an earlier tick, and gets its own otherwise', () => {
  const { clock, ticks, ticker } = startTicker();
  ticker.markLater(2_000);
  clock.turn(500);
  ticker.mark();
  clock.turn(10_000);
  expect(ticks).toEqual([500]);
  ticker.markLater(2_000);
  clock.turn(2_000);
  expect(ticks).toEqual([500, 12_500]);
});

test('a stopped ticker tells nothing', () => {
  const { clock, ticks, ticker } = startTicker();
  ticker.markLater(10);
  ticker.stop();
  ticker.mark();
  clock.turn(1_000);
  expect(ticks).toEqual([]);
});

test('[F6] while a tick is being handed out there is no other; what was marked meanwhile is told then', () => {
  const clock = new ManualClock();
  const start = clock.now();
  const ticks: number[] = [];
  const unfinished: (() => void)[] = [];
  const ticker = new Ticker(
    clock,
    () => ({ least: 20, most: 20 }),
    (told) => {
      ticks.push(clock.now() - start);
      unfinished.push(told);
    },
  );
  ticker.mark();
  ticker.mark();
  clock.turn(90);
  ticker.markLater(2_000);
  expect(ticks).toEqual([0]);
  unfinished.shift()?.();
  expect(ticks).toEqual([0, 90]);
  clock.turn(5);
  unfinished.shift()?.();
  clock.turn(5_000);
  expect(ticks).toEqual([0, 90]);
});

test('[J5] who joins while a tick is being handed out is told no sooner than who joins at another time', () => {
  const clock = new ManualClock();
  const start = clock.now();
  const ticks: number[] = [];
  const ticker = new Ticker(
    clock,
    () => ({ least: 250, most: 250 }),
    (told) => {
      ticks.push(clock.now() - start);
      clock.after(60, told);
    },
  );
  for (let i = 0; i < 2_000; i += 1) {
    ticker.markLater(2_000);
    clock.turn(5);
  }
  expect(ticks).toEqual([2_000, 4_000, 6_000, 8_000, 10_000]);
  ticker.markLater(2_000);
  ticker.mark();
  ticker.markLater(2_000);
  clock.turn(5_000);
  expect(ticks.slice(5)).toEqual([10_250]);
});

test('[F7] while marks keep coming the longer interval counts; once they pause, the shorter one does', () => {
  const { clock, ticks, ticker } = startTicker({ least: 60, most: 200 });
  ticker.mark();
  for (let i = 0; i < 24; i += 1) {
    clock.turn(10);
    ticker.mark();
  }
  expect(ticks).toEqual([0, 200]);
  clock.turn(1_000);
  expect(ticks).toEqual([0, 200, 280]);
});
