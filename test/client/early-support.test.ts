// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import IdeasRound from '../../client/follower/ideas/IdeasRound.svelte';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { words } from '../../client/lib/words.ts';
import { rejected } from '../../shared/ack.ts';
import type { OwnBallot } from '../../shared/board-view.ts';
import { FakeWire } from './fake-wire.ts';
import { makeIdea, makeIdeasRound } from './idea-views.ts';
import { settled, show } from './shown.ts';
import { makeBoot, makeJoined, makeView, memoryKeep } from './views.ts';

/** A phone that shows the round before the server has told what this device supported in it. */
function early(keep = memoryKeep()) {
  words.start('de');
  const wire = new FakeWire();
  const round = makeIdeasRound(['a', 'b', 'c'].map((id) => makeIdea(id)));
  const boot = makeBoot(makeView(round));
  const board = new LiveBoard({ as: 'follower', slug: 'n', boot, link: wire, keep, now: () => 50_000 });
  const page = show(IdeasRound, {
    board,
    get round() {
      return board.currentRound ?? round;
    },
    maker: 'Tischlerei',
    now: 50_000,
    get online() {
      return board.status !== 'lost';
    },
    keep,
  });
  return {
    ...page,
    wire,
    pressed: () =>
      [...page.target.querySelectorAll('button[aria-pressed="true"]')].map((one) =>
        one.textContent?.slice(-1),
      ),
    casts: () => wire.calls.filter(({ event }) => event === 'ballot:cast').length,
    async join(...ballots: OwnBallot[]) {
      wire.happen('live');
      await wire.accept('board:join', makeJoined({ mine: { ideas: [], credit: null }, ballots }));
      await settled();
    },
    /** As a device that is one too many behind its address: it has nothing of its own. */
    async joinAsNobody() {
      wire.happen('live');
      await wire.accept('board:join', makeJoined());
      await settled();
    },
  };
}

const before: OwnBallot = { roundId: 'wishes', run: 1, rev: 9, entries: ['a', 'b'] };
const cast = { boardId: 'board', roundId: 'wishes', run: 1, rev: 50_000 };

test('[V3] support given before the board was joined is added to what counted before', async () => {
  const page = early();
  await page.tap(': Idee c');
  expect(page.pressed()).toEqual(['c']);
  expect(page.text()).toContain('Deine Stimme ist unterwegs …');
  expect(page.text()).not.toContain('Du unterstützt');
  await page.join(before);
  expect(page.wire.take('ballot:cast').command).toEqual({ ...cast, entries: ['a', 'b', 'c'] });
  expect(page.casts()).toBe(0);
  expect(page.pressed().sort()).toEqual(['a', 'b', 'c']);
});

test('it waits out a line that dies before the board could be joined', async () => {
  const page = early();
  await page.tap(': Idee c');
  page.wire.happen('lost');
  await settled();
  expect(page.text()).toContain('Gemerkt. Zählt, sobald du wieder Netz hast.');
  await page.join(before);
  expect(page.wire.take('ballot:cast').command).toMatchObject({ entries: ['a', 'b', 'c'] });
});

test('a tap on what was supported already casts nothing, and is not on its way any more', async () => {
  const page = early();
  await page.tap(': Idee a');
  await page.join(before);
  expect(page.casts()).toBe(0);
  expect(page.text()).toContain('Du unterstützt 2 Ideen');
});

test('what was remembered while the line was dead outlives a reload', async () => {
  const keep = memoryKeep();
  const page = early(keep);
  await page.tap(': Idee c');
  const again = early(keep);
  expect(again.pressed()).toEqual(['c']);
  await again.join(before);
  expect(again.wire.take('ballot:cast').command).toMatchObject({ entries: ['a', 'b', 'c'] });
  expect([...keep.kept.keys()].filter((key) => key.startsWith('mitwerk.early.'))).toEqual([]);
});

test('a device that is not admitted asks all the same, and is told why it does not count', async () => {
  const page = early();
  await page.tap(': Idee c');
  await page.joinAsNobody();
  await page.wire.take('ballot:cast').answer(rejected('too_many_devices'));
  expect(page.text()).not.toContain('Deine Stimme ist unterwegs …');
  expect(page.text()).toContain(words.sentence({ code: 'too_many_devices' }));
});
