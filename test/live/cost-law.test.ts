import { expect, test } from 'vitest';
import type { ResultsShown } from '../../shared/board-view.ts';
import type { Phone } from '../support/phone.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';

/** Everything that came over the line: frames and answers, and whatever else. */
function countPackets(phones: readonly Phone[]): () => number {
  let packets = 0;
  for (const { socket } of phones) {
    socket.io.engine.on('packet', ({ type }) => {
      if (type === 'message') packets += 1;
    });
  }
  return () => packets;
}

async function vote(board: TestBoard, phones: readonly Phone[], rounds: number): Promise<void> {
  for (let i = 0; i < rounds; i += 1) {
    await Promise.all(phones.map((phone, at) => phone.cast(at <= i ? 'Eiche' : 'Nuss')));
    await board.tick();
    // Not all of what comes in one turn is ticked at once.
    await board.tick();
  }
}

async function openBoard(results: ResultsShown) {
  const board = await startBoard({ drafts: ['Eiche', 'Nuss'], results });
  const phones = await Promise.all(Array.from({ length: 12 }, () => board.phone()));
  const viewers = [...phones, await board.stage(), board.maker];
  await board.tick();
  return { board, phones, viewers };
}

test('[F1] handed over: viewers × ticks + answers; encoded: once per tick; commits: at most as often as ballots were handed in', async () => {
  const { board, phones, viewers } = await openBoard('live');
  await using _ = board;
  const before = { ...board.app.counters };
  const framesBefore = viewers.map(({ frames }) => frames.length);
  const packets = countPackets(viewers);
  await vote(board, phones, 5);

  const { counters } = board.app;
  const done = (
    counter: 'ticks' | 'encodes' | 'frames' | 'acknowledgements' | 'ballots' | 'commits' | 'flushes',
  ) => counters[counter] - before[counter];
  expect(done('ticks')).toBeGreaterThanOrEqual(5);
  expect(done('frames')).toBe(viewers.length * done('ticks'));
  expect(done('encodes')).toBe(done('ticks'));
  expect(done('ballots')).toBe(5 * phones.length);
  expect(done('commits')).toBeLessThanOrEqual(done('flushes'));
  expect(done('flushes')).toBeLessThan(done('ballots'));
  // What the phones themselves have received says the same.
  const received = viewers.map(({ frames }, at) => frames.length - (framesBefore[at] ?? 0));
  expect(received).toEqual(viewers.map(() => done('ticks')));
  expect(packets()).toBe(viewers.length * done('ticks') + done('acknowledgements'));
});

test('[F1] [A2] where not all may see the counts, two frames are encoded for a tick, and each viewer is handed one', async () => {
  const { board, phones, viewers } = await openBoard('after-vote');
  await using _ = board;
  const voters = phones.slice(0, 6);
  await vote(board, voters, 1);
  const before = { ...board.app.counters };
  const packets = countPackets(viewers);
  await vote(board, voters, 3);
  const { counters } = board.app;
  const ticks = counters.ticks - before.ticks;
  expect(counters.encodes - before.encodes).toBe(2 * ticks);
  expect(counters.frames - before.frames).toBe(viewers.length * ticks);
  expect(packets()).toBe(viewers.length * ticks + counters.acknowledgements - before.acknowledgements);
});

test('[F1] where nobody looks nothing is encoded, and who comes makes nobody else hear of it', async () => {
  const { board, phones, viewers } = await openBoard('live');
  await using _ = board;
  const packets = countPackets(viewers);
  const before = { ...board.app.counters };
  const late = await board.phone();
  expect(board.app.counters.frames).toBe(before.frames);
  await board.delivered();
  expect(packets()).toBe(board.app.counters.acknowledgements - before.acknowledgements - 2);
  for (const phone of [...phones, ...viewers, late]) await phone.close();
  await expect.poll(() => board.room().view('maker').present).toBe(0);
  const empty = { ...board.app.counters };
  board.clock.turn(10_000);
  expect(board.app.counters.ticks).toBeGreaterThan(empty.ticks);
  expect(board.app.counters).toMatchObject({ frames: empty.frames, encodes: empty.encodes });
});
