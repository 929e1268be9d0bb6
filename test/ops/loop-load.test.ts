import { expect, test } from 'vitest';
import { MeasuredLoop } from '../../server/ops/loop-load.ts';

function measuredLoop() {
  const spent = { now: 5_000, processor: 700 };
  const loop = new MeasuredLoop(
    () => spent.now,
    () => spent.processor,
  );
  const pass = (ms: number, processor: number, telling: number) => {
    spent.now += ms;
    spent.processor += processor;
    loop.told(telling);
    return loop;
  };
  return pass;
}

test('[F7] what the processor does beside telling is known, over half a second or since somebody asked', () => {
  const pass = measuredLoop();
  expect(pass(400, 400, 0).elsewhere).toBe(0);
  expect(pass(100, 0, 150).elsewhere).toBeCloseTo(0.5);
  expect(pass(100, 100, 0).elsewhere).toBeCloseTo(0.5);
  expect(pass(900, 0, 0).elsewhere).toBeCloseTo(0.1);
  // Others had the machine meanwhile, or other threads helped.
  expect(pass(1_000, 100, 300).elsewhere).toBe(0);
  expect(pass(1_000, 2_500, 0).elsewhere).toBe(1);
});

test('[F7] rooms that want more than there is come less often, until together they leave something', () => {
  const pass = measuredLoop();
  // What four halls would take, which alone take 0.65 each.
  const wanted = 2.6;
  let { stretch } = pass(500, 0, 0);
  for (let n = 0; n < 4; n += 1) {
    const ms = 500 * Math.min(1, wanted / stretch);
    ({ stretch } = pass(500, ms, ms));
  }
  expect(wanted / stretch).toBeCloseTo(0.85);
  expect(pass(500, 25, 25).stretch).toBe(1);
});

test('[F7] however much else there is, telling together may take two fifths', () => {
  const pass = measuredLoop();
  expect(pass(500, 500, 200).stretch).toBe(1);
  expect(pass(500, 500, 218).stretch).toBeCloseTo(1.09);
});

test('[F7] one room alone is not asked for more than its own share', () => {
  const pass = measuredLoop();
  expect(pass(500, 400, 325).stretch).toBe(1);
});
