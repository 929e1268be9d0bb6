import { expect, test } from 'vitest';
import { tickInterval } from '../../server/live/tick-interval.ts';

const usual = { perDelivery: 0.01, elsewhere: 0 };

test('[F7] the interval grows with the viewers, from 20 ms on', () => {
  expect(tickInterval(1, 3, usual)).toBe(20);
  expect(tickInterval(100, 3, usual)).toBe(20);
  expect(tickInterval(500, 3, usual)).toBeCloseTo(30);
  expect(tickInterval(1_000, 3, usual)).toBeCloseTo(60);
  expect(tickInterval(5_000, 3, usual)).toBeCloseTo(76.9, 1);
  expect(tickInterval(10_000, 3, usual)).toBeCloseTo(153.8, 1);
});

test('[F7] what a delivery takes here decides, not what it took elsewhere', () => {
  expect(tickInterval(5_000, 3, { perDelivery: 0.014, elsewhere: 0 })).toBeLessThan(1_000 / 9);
  expect(tickInterval(10_000, 3, { perDelivery: 0.014, elsewhere: 0 })).toBeLessThan(1_000 / 4.5);
});

test('[F7] telling gives way to other work, but a round stays alive', () => {
  expect(tickInterval(500, 3, { ...usual, elsewhere: 0.3 })).toBeCloseTo(30);
  expect(tickInterval(500, 3, { ...usual, elsewhere: 0.9 })).toBeCloseTo(100);
  expect(tickInterval(5_000, 3, { ...usual, elsewhere: 0.9 })).toBe(250);
});

test('[F7] where telling once takes most of 250 ms, ticks are rarer still', () => {
  expect(tickInterval(26_000, 3, usual)).toBeCloseTo(400);
});

test('where only what moved is told, the interval is 100 ms at least', () => {
  expect(tickInterval(1, 65, usual)).toBe(100);
  expect(tickInterval(10_000, 2_000, usual)).toBeCloseTo(153.8, 1);
});
