import { expect, test } from 'vitest';
import { type TellingLoad, tickInterval } from '../../server/live/tick-interval.ts';

/** Without many ballots, unless said. */
const interval = (viewers: number, entries: number, load: TellingLoad, ballotsPerMs = 0) =>
  tickInterval({ viewers, entries, ballotsPerMs }, load).most;

const usual = { perDelivery: 0.01, elsewhere: 0, stretch: 1 };

test('[F7] the interval grows with the viewers, from 20 ms on', () => {
  expect(interval(1, 3, usual)).toBe(20);
  expect(interval(100, 3, usual)).toBe(20);
  expect(interval(500, 3, usual)).toBeCloseTo(30);
  expect(interval(1_000, 3, usual)).toBeCloseTo(60);
  expect(interval(5_000, 3, usual)).toBeCloseTo(76.9, 1);
  expect(interval(10_000, 3, usual)).toBeCloseTo(153.8, 1);
});

test('[F7] what a delivery takes here decides, not what it took elsewhere', () => {
  expect(interval(5_000, 3, { ...usual, perDelivery: 0.014 })).toBeLessThan(1_000 / 9);
  expect(interval(10_000, 3, { ...usual, perDelivery: 0.014 })).toBeLessThan(1_000 / 4.5);
});

test('[F7] telling gives way to other work, but a round stays alive', () => {
  expect(interval(500, 3, { ...usual, elsewhere: 0.3 })).toBeCloseTo(30);
  expect(interval(500, 3, { ...usual, elsewhere: 0.9 })).toBeCloseTo(100);
  expect(interval(5_000, 3, { ...usual, elsewhere: 0.9 })).toBe(250);
});

test('[F7] where many halls share a server, each waits for the others; a small room need not', () => {
  const shared = { ...usual, stretch: 3 };
  expect(interval(2_000, 3, shared)).toBeCloseTo(92.3, 1);
  expect(interval(5_000, 3, shared)).toBeCloseTo(230.8, 1);
  expect(interval(10_000, 3, shared)).toBeCloseTo(461.5, 1);
  expect(interval(100, 3, shared)).toBe(20);
});

test('[F7] where telling once takes most of 250 ms, ticks are rarer still', () => {
  expect(interval(26_000, 3, usual)).toBeCloseTo(400);
});

test('where only what moved is told, the interval is 100 ms at least', () => {
  expect(interval(1, 65, usual)).toBe(100);
  expect(interval(10_000, 2_000, usual)).toBeCloseTo(153.8, 1);
});

test('[F7] where ballots come in crowds nobody follows single ones: 100 ms at least, 250 where all are voting', () => {
  expect(interval(1_000, 3, usual, 0.3)).toBeCloseTo(60);
  expect(interval(1_000, 3, usual, 0.4)).toBe(100);
  expect(interval(1_000, 3, usual, 1)).toBe(250);
  expect(interval(5_000, 3, usual, 1)).toBe(100);
  expect(interval(100, 3, usual, 0.9)).toBe(20);
  expect(interval(10_000, 3, usual, 1)).toBeCloseTo(153.8, 1);
});

test('[F7] once crowds pause, the interval is as without them', () => {
  const crowd = { viewers: 1_000, entries: 3, ballotsPerMs: 1 };
  expect(tickInterval(crowd, usual).least).toBeCloseTo(60);
});
