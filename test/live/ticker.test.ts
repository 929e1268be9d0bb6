import { expect, test } from 'vitest';
import { Ticker, tickInterval } from '../../server/live/ticker.ts';
import { ManualClock } from '../support/manual-clock.ts';

function startTicker(interval = 100) {
  const clock = new ManualClock();
  const ticks: number[] = [];
  const start = clock.now();
  const ticker = new Ticker(
    clock,
    () => interval,
    () => ticks.push(clock.now() - start),
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

test('the interval grows with the viewers between 20 and 250 ms', () => {
  expect(tickInterval(1, 3)).toBe(20);
  expect(tickInterval(1_000, 3)).toBeCloseTo(40);
  expect(tickInterval(5_000, 3)).toBeCloseTo(200);
  expect(tickInterval(1_000_000, 3)).toBe(250);
});

test('where only what moved is told, the interval is 100 ms at least', () => {
  expect(tickInterval(1, 65)).toBe(100);
  expect(tickInterval(5_000, 2_000)).toBeCloseTo(200);
});
