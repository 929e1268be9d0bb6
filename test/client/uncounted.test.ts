// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import Uncounted from '../../client/follower/round/Uncounted.svelte';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { words } from '../../client/lib/words.ts';
import { rejected } from '../../shared/ack.ts';
import type { ViewChange } from '../../shared/board-view.ts';
import { FakeWire } from './fake-wire.ts';
import { settled, show } from './shown.ts';
import { makeBoot, makeJoined, makeRound, makeView, memoryKeep } from './views.ts';

const closed = makeRound({ status: 'closed' });
const TOO_LATE = 'Zu spät, die Runde ist geschlossen.';

/** A phone that has voted; the server has not answered yet. */
async function voted() {
  words.start('de');
  const wire = new FakeWire();
  const view = makeView(makeRound());
  const rounds = [...view.rounds, makeRound({ id: 'next', question: 'Welcher Griff?', status: 'draft' })];
  const board = new LiveBoard({
    as: 'follower',
    slug: 's',
    boot: makeBoot({ ...view, rounds }),
    link: wire,
    keep: memoryKeep(),
    now: () => 50_000,
  });
  wire.happen('live');
  await wire.accept('board:join', makeJoined());
  board.cast('wood', ['oak']);
  const page = show(Uncounted, {
    board,
    get view() {
      return board.view ?? view;
    },
    get round() {
      return board.currentRound;
    },
  });
  let seq = 3;
  return {
    ...page,
    wire,
    headOf: (currentRoundId: string) => ({ ...view.head, currentRoundId }),
    async tell(...changes: ViewChange[]) {
      seq += 1;
      wire.tell('delta', { seq, changes });
      await settled();
    },
    async answer(ack: Parameters<ReturnType<FakeWire['take']>['answer']>[0]) {
      await wire.take('ballot:cast').answer(ack);
      await settled();
    },
  };
}

test('while the round is open its own form says everything', async () => {
  const page = await voted();
  expect(page.text()).toBe('');
});

test('a ballot on its way when the round closes stays in sight until it counts', async () => {
  const page = await voted();
  await page.tell({ kind: 'round', round: closed });
  expect(page.text()).toBe('Deine Stimme ist unterwegs …');
  page.wire.happen('lost');
  await settled();
  expect(page.text()).toBe('Gemerkt. Wird gezählt, sobald du wieder Netz hast.');
  page.wire.happen('live');
  await page.answer({
    ok: true,
    value: { ballot: { roundId: 'wood', run: 1, rev: 50_000, entries: ['oak'] } },
  } as never);
  expect(page.text()).toBe('');
});

test('a ballot that came too late is told so, until that was read', async () => {
  const page = await voted();
  await page.tell({ kind: 'round', round: closed });
  await page.answer(rejected('round_closed'));
  expect(page.text()).toContain(TOO_LATE);
  expect(page.target.querySelector('[role="status"]')?.textContent).toContain(TOO_LATE);
  await page.tap('Schließen');
  expect(page.text()).toBe('');
  expect(document.activeElement).toBe(page.target.querySelector('[role="status"]'));
});

test('when another round is on show by then, the question says which vote is meant', async () => {
  const page = await voted();
  await page.tell({ kind: 'round', round: closed }, { kind: 'board', head: page.headOf('next') });
  expect(page.text()).toBe('');
  await page.answer(rejected('round_closed'));
  expect(page.text()).toMatch(/^Welches Holz\? Zu spät/);
});
