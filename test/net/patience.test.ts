import { expect, test } from 'vitest';
import { Patience } from '../../server/net/patience.ts';

const KB = 1024;
const behind = { packets: 1, bytes: 600 * KB, taken: 0 };

/** Looks once a second at a line that has taken so many bytes by then; answers when patience was over. */
function lookAt(taken: (second: number) => number, bytes = 600 * KB): number | null {
  const patience = new Patience();
  for (let second = 0; second <= 60; second += 1) {
    if (patience.isOver({ packets: 1, bytes, taken: taken(second) }, second * 1_000)) return second;
  }
  return null;
}

test('who reads nothing is let go after five seconds', () => {
  expect(lookAt(() => 0)).toBe(5);
});

test('who reads 64 KB in any five seconds is waited for, who reads less is not', () => {
  expect(lookAt((second) => second * 13 * KB)).toBeNull();
  expect(lookAt((second) => second * 12 * KB)).toBe(5);
});

test('who read a while and then no more is let go within ten seconds', () => {
  const stopped = lookAt((second) => Math.min(second, 20) * 100 * KB) ?? Number.POSITIVE_INFINITY;
  expect(stopped).toBeGreaterThanOrEqual(25);
  expect(stopped).toBeLessThanOrEqual(30);
});

test('more than 4 MB are too much at once, however quickly somebody reads', () => {
  expect(lookAt((second) => second * 10_000 * KB, 4_097 * KB)).toBe(0);
  expect(lookAt((second) => second * 10_000 * KB, 4_096 * KB)).toBeNull();
});

test('who catches up starts anew', () => {
  const patience = new Patience();
  expect(patience.isOver(behind, 0)).toBe(false);
  expect(patience.isOver({ ...behind, bytes: 512 * KB }, 4_000)).toBe(false);
  expect(patience.isOver(behind, 6_000)).toBe(false);
  expect(patience.isOver(behind, 10_999)).toBe(false);
  expect(patience.isOver(behind, 11_000)).toBe(true);
});

test('many small packets are a backlog, too', () => {
  const patience = new Patience();
  const many = { packets: 65, bytes: 1_000, taken: 0 };
  expect(patience.isOver(many, 0)).toBe(false);
  expect(patience.isOver(many, 5_000)).toBe(true);
});
