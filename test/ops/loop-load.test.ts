import { expect, test } from 'vitest';
import { MeasuredLoop } from '../../server/ops/loop-load.ts';

test('[F7] what the processor does beside telling is known, over half a second or since somebody asked', () => {
  const spent = { now: 5_000, processor: 700 };
  const loop = new MeasuredLoop(
    () => spent.now,
    () => spent.processor,
  );
  const pass = (ms: number, processor: number, telling: number) => {
    spent.now += ms;
    spent.processor += processor;
    loop.told(telling);
    return loop.elsewhere;
  };
  expect(pass(400, 400, 0)).toBe(0);
  expect(pass(100, 0, 150)).toBeCloseTo(0.5);
  expect(pass(100, 100, 0)).toBeCloseTo(0.5);
  expect(pass(900, 0, 0)).toBeCloseTo(0.1);
  // Others had the machine meanwhile, or other threads helped.
  expect(pass(1_000, 100, 300)).toBe(0);
  expect(pass(1_000, 2_500, 0)).toBe(1);
});
