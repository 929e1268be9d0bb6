import { expect, test } from 'vitest';
import type { StoredTally } from '../../server/domain/tally.ts';
import { ALONE, type Peers } from '../../server/live/peers.ts';
import { Room } from '../../server/live/room.ts';
import type { Speaker } from '../../server/live/speaker.ts';
import { Counters } from '../../server/ops/counters.ts';
import { silentLog } from '../../server/ops/log.ts';
import type { Store } from '../../server/store/store.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { silence } from '../support/silence.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { openBoard } from '../support/stored-boards.ts';

test('[F6] a tick that is still read for when its board is gone is not told any more', async () => {
  await using opened = await openTemporarySqlite();
  const board = await openBoard(opened.store);
  const { id: boardId, seq } = board;
  const readings: ((tally: StoredTally) => void)[] = [];
  let frames = 0;
  const speaker: Speaker = {
    ...silence,
    tellTally: () => {
      frames += 1;
    },
  };
  const peers: Peers = { ...ALONE, exist: true, standing: async () => ({ seq, version: 0, elsewhere: 0 }) };
  const store: Store = { ...opened.store };
  const [clock, counters, log] = [new ManualClock(), new Counters(), silentLog];
  const room = await Room.load(board, { store, clock, log, speaker, counters, peers });
  store.readTally = () => new Promise((resolve) => readings.push(resolve));
  room.enter();
  room.hear({ boardId, seq, tally: { roundId: 'legs', run: 1, version: 1 }, cast: [] });
  clock.turn(500);
  const closed = room.close();
  readings[0]?.({ version: 1, ballots: 1, counts: new Map([['oak', 1]]) });
  await closed;
  await new Promise(setImmediate);
  expect(room.tally('legs').ballots).toBe(1);
  expect([frames, counters.ticks]).toEqual([0, 0]);
});
