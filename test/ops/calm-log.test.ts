import { expect, test } from 'vitest';
import { calmLog } from '../../server/ops/calm-log.ts';
import type { LogFields } from '../../server/ops/log.ts';

function listen() {
  const told: (LogFields & { text: string })[] = [];
  const note = (fields: LogFields, text: string) => told.push({ ...fields, text });
  let now = 1_000;
  const log = calmLog({ info: note, warn: note, error: note }, { now: () => now });
  return { log, told, turn: (ms: number) => (now += ms) };
}

test('the same fault is told at once, and then once in ten seconds with how often it came', () => {
  const { log, told, turn } = listen();
  const error = new Error('away');
  for (let times = 0; times < 1_000; times++) log.error({ error }, 'refused');
  expect(told).toEqual([{ error, text: 'refused' }]);
  turn(10_000);
  log.error({ error }, 'refused');
  expect(told.slice(1)).toEqual([{ error, text: 'refused', unsaid: 999 }]);
});

test('another fault, and what is no fault, is told at once', () => {
  const { log, told } = listen();
  log.error({ error: new Error('away') }, 'refused');
  log.error({ error: new Error('emptied') }, 'refused');
  log.error({}, 'emptied');
  log.info({}, 'back');
  log.info({}, 'back');
  expect(told.map(({ text }) => text)).toEqual(['refused', 'refused', 'emptied', 'back', 'back']);
});

test('faults that differ each time are all told, and few of them remembered', () => {
  const { log, told } = listen();
  for (let at = 0; at <= 100; at++) log.error({ error: new Error(`${at}`) }, 'refused');
  expect(told).toHaveLength(101);
  log.error({ error: new Error('100') }, 'refused');
  expect(told).toHaveLength(101);
  log.error({ error: new Error('0') }, 'refused');
  expect(told).toHaveLength(102);
});
