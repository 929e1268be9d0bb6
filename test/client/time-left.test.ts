import { expect, test } from 'vitest';
import { clockFace, timeLeft } from '../../client/lib/time-left.ts';
import { words } from '../../client/lib/words.ts';

test.each([
  [-5, 'Zeit ist um'],
  [0, 'Zeit ist um'],
  [1, 'noch 1 Sekunde'],
  [1_000, 'noch 1 Sekunde'],
  [1_001, 'noch 2 Sekunden'],
  [90_000, 'noch 90 Sekunden'],
  [91_000, 'noch 2 Minuten'],
  [134_000, 'noch 2 Minuten'],
  [60 * 60_000, 'noch 60 Minuten'],
  [3 * 3_600_000, 'noch 3 Stunden'],
  [72 * 3_600_000, 'noch 3 Tage'],
])('%d ms left: %s', (ms, sentence) => {
  expect(words.timeLeft(ms)).toBe(sentence);
});

test('the time left never grows as the end comes nearer', () => {
  const sizes = { second: 1, minute: 60, hour: 3_600, day: 86_400 };
  let before = Number.POSITIVE_INFINITY;
  for (let ms = 4 * 86_400_000; ms >= 0; ms -= 7_777) {
    const { unit, count } = timeLeft(ms);
    expect(count * sizes[unit]).toBeLessThanOrEqual(before);
    before = count * sizes[unit];
  }
});

test.each([
  [-1, '0:00'],
  [999, '0:01'],
  [65_000, '1:05'],
  [3_729_000, '1:02:09'],
])('%d ms on the clock face: %s', (ms, face) => {
  expect(clockFace(ms)).toBe(face);
});
