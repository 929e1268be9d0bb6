import { expect, onTestFinished, test, vi } from 'vitest';
import { codeFace, findByCode, isWholeCode } from '../../client/lib/join-code.ts';
import { rejected } from '../../shared/ack.ts';

test.each([
  ['', ''],
  ['k7p', 'K7P'],
  ['k7px', 'K7P-X'],
  ['K7P-X2M', 'K7P-X2M'],
  [' k7p x2m ', 'K7P-X2M'],
  ['k7p–x2m!9', 'K7P-X2M'],
])('"%s" is shown as "%s"', (typed, face) => {
  expect(codeFace(typed)).toBe(face);
});

test('a code is whole with six characters', () => {
  expect(isWholeCode('K7P-X2M')).toBe(true);
  expect(isWholeCode('K7P-X2')).toBe(false);
});

test('on a dead line the question for a code ends after eight seconds', async () => {
  vi.useFakeTimers();
  const fetchNothing = (_path: string, { signal }: RequestInit = {}) =>
    new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
  vi.stubGlobal('fetch', fetchNothing);
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const asked = findByCode('K7P-X2M');
  vi.advanceTimersByTime(8_000);
  expect(await asked).toEqual(rejected('unavailable'));
});
