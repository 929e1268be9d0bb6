// @vitest-environment happy-dom
import { flushSync, mount, tick, unmount } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
// The page fetches these two when it needs them: to make them takes a busy machine longer than a test waits.
import '../../client/follower/Below.svelte';
import BoardPage from '../../client/follower/BoardPage.svelte';
import '../../client/follower/ideas/IdeasRound.svelte';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { words } from '../../client/lib/words.ts';
import { FakeWire } from './fake-wire.ts';
import { makeIdea, makeIdeasRound } from './idea-views.ts';
import { makeBoot, makeJoined, makeView, memoryKeep } from './views.ts';

test('a tick touches the number that has moved, and nothing else on the page', async () => {
  words.start('de');
  const ideas = Array.from({ length: 70 }, (_, n) => makeIdea(`i${n}`));
  const round = makeIdeasRound(ideas, { closesAt: null });
  const view = makeView(round);
  const wire = new FakeWire();
  const board = new LiveBoard({
    as: 'follower',
    slug: 'n',
    boot: makeBoot(view),
    link: wire,
    keep: memoryKeep(),
  });
  wire.happen('live');
  await wire.accept('board:join', makeJoined({}));
  const target = document.body.appendChild(document.createElement('main'));
  const component = mount(BoardPage, { target, props: { boot: makeBoot(view), slug: 'n', board } });
  onTestFinished(async () => {
    await unmount(component);
    target.remove();
    board.dispose();
  });
  const parts = async () => {
    await vi.dynamicImportSettled();
    flushSync();
    return ['li article button[aria-pressed]', '#rules'].map((part) => target.querySelector(part) !== null);
  };
  await expect.poll(parts).toEqual([true, true]);
  const first = target.querySelector('li article h3')?.textContent ?? '';
  const at = ideas.findIndex(({ title }) => title === first);

  const tell = async (version: number, count: number) => {
    const move = { since: version - 1, version, ballots: 9, at: [at], counts: [count] };
    wire.tell('tally', { seq: view.seq, present: 4, roundId: round.id, run: round.run, move });
    await tick();
  };
  // How many have voted is news once.
  await tell(2, 4);
  const touched: Node[] = [];
  // A new text under `dir="auto"` sets the direction once more: a layout that no observer sees.
  for (const node of target.querySelectorAll('[dir]')) {
    Object.defineProperty(node, 'dir', { get: () => 'auto', set: () => touched.push(node) });
  }
  const observer = new MutationObserver((changes) => touched.push(...changes.map((change) => change.target)));
  observer.observe(target, { subtree: true, childList: true, characterData: true, attributes: true });
  await tell(3, 7);
  touched.push(...observer.takeRecords().map((change) => change.target));
  observer.disconnect();

  const number = target.querySelector('li article .count');
  expect(number?.textContent).toBe('7');
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.filter((node) => !number?.contains(node))).toEqual([]);
});
