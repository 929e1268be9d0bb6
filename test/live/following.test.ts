import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import type { StoredTally } from '../../server/domain/tally.ts';
import type { Peers } from '../../server/live/peers.ts';
import { Room } from '../../server/live/room.ts';
import { Counters } from '../../server/ops/counters.ts';
import { silentLog } from '../../server/ops/log.ts';
import type { Store } from '../../server/store/store.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { silence } from '../support/silence.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { openBoard } from '../support/stored-boards.ts';

/** A room of one of several nodes; once it is loaded, each reading of a tally is answered by the test. */
async function startRoom(opened: Store, board: Board) {
  const readings: ((tally: StoredTally) => void)[] = [];
  let isLoaded = false;
  const store = new Proxy(opened, {
    get(target, name) {
      if (isLoaded && name === 'readTally')
        return () => new Promise<StoredTally>((resolve) => readings.push(resolve));
      const part: unknown = Reflect.get(target, name);
      return typeof part === 'function' ? part.bind(target) : part;
    },
  });
  const peers: Peers = {
    exist: true,
    signal() {},
    hear() {},
    standing: async () => ({ seq: board.seq, version: 0, elsewhere: 0 }),
    onLoss() {},
    overtake: async () => {},
  };
  const [clock, counters] = [new ManualClock(), new Counters()];
  const room = await Room.load(board, { store, clock, log: silentLog, speaker: silence, counters, peers });
  isLoaded = true;
  return { room, clock, counters, readings };
}

test('[F6] [N1] while it is being read what another node has counted, there is no other tick', async () => {
  await using opened = await openTemporarySqlite();
  const board = await openBoard(opened.store);
  const { id: boardId, seq } = board;
  const { room, clock, counters, readings } = await startRoom(opened.store, board);
  const hear = (version: number) =>
    room.hear({ boardId, seq, tally: { roundId: 'legs', run: 1, version }, cast: [] });
  const answer = (version: number) =>
    readings[version - 1]?.({ version, ballots: version, counts: new Map([['oak', version]]) });
  room.enter();

  hear(1);
  clock.turn(500);
  hear(2);
  clock.turn(500);
  expect([readings.length, counters.ticks]).toEqual([1, 0]);
  answer(1);
  await expect.poll(() => readings.length).toBe(2);
  expect(counters.ticks).toBe(1);
  answer(2);
  await expect.poll(() => counters.ticks).toBe(2);
  expect(room.tally('legs').ballots).toBe(2);
  await room.close();
});
