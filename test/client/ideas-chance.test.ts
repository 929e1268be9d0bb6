// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';
import { Chance } from '../../client/follower/ideas/chance.svelte.ts';
import { rejected } from '../../shared/ack.ts';
import { FakeWire } from './fake-wire.ts';
import { makeView } from './views.ts';

test('whenever chance is asked anew, nothing is shown until the cards have taken their places', async () => {
  const { chance, wire, settled } = chanceOnLine();
  for (const ideaIds of [
    ['a', 'b'],
    ['b', 'a'],
  ]) {
    const asked = chance.ask(settled);
    expect(chance.waiting).toBe(true);
    await wire.accept('idea:chance', { ideaIds });
    await asked;
    expect(settled).toHaveLastReturnedWith({ waiting: true, ids: ideaIds });
    expect(chance.waiting).toBe(false);
  }
});

test('nobody looks at an empty place for long, and what was shown by then is not sorted anew', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { chance, wire, settled } = chanceOnLine();
  const asked = chance.ask(settled);
  vi.advanceTimersByTime(1_200);
  expect(chance.waiting).toBe(false);
  await wire.accept('idea:chance', { ideaIds: ['a', 'b'] });
  await asked;
  expect(chance.ids).toEqual(['a', 'b']);
  expect(settled).not.toHaveBeenCalled();
});

test('of two questions under way the newer one shows the cards', async () => {
  const { chance, wire, settled } = chanceOnLine();
  const first = chance.ask(settled);
  const second = chance.ask(settled);
  await wire.accept('idea:chance', { ideaIds: ['a', 'b'] });
  await first;
  expect(chance.waiting).toBe(true);
  await wire.take('idea:chance').answer(rejected('unavailable'));
  await second;
  expect(chance.waiting).toBe(false);
  expect(settled).not.toHaveBeenCalled();
});

function chanceOnLine() {
  const wire = new FakeWire();
  const chance = new Chance({ link: wire, view: makeView() }, 'round');
  return { wire, chance, settled: vi.fn(() => ({ waiting: chance.waiting, ids: chance.ids })) };
}
