import { expect, test } from 'vitest';
import { closeRound, openRound } from '../../server/domain/run.ts';
import { isMiscounted, recountAll } from '../../server/store/recount.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openDatabase } from '../../server/store/sqlite-driver.ts';
import type { Store } from '../../server/store/store.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { cast, committed, openBoard } from '../support/stored-boards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('[T1] every run is recounted, and a counter that was tampered with is found', async () => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  const board = await openBoard(store);
  await cast(store, [
    ['ana', 1, 'oak'],
    ['ben', 1, 'oak', 'ash'],
  ]);
  const closed = await committed(store, board, (now) => closeRound(now, 'legs', 3_000));
  await committed(store, closed, (now) => openRound(now, 'legs', 4_000));
  await cast(store, [['ana', 1, 'ash']], { run: 2 });

  const sound = await recountAll(store);
  expect(sound.map(({ board, round, run }) => [board.id, round.id, run])).toEqual([
    ['bedside', 'legs', 1],
    ['bedside', 'legs', 2],
  ]);
  expect(sound.some(isMiscounted)).toBe(false);

  const file = await openDatabase(`${folder.path}/mitwerk.db`);
  file.exec("update counts set votes = votes + 1 where entry = 'oak'");
  file.close();
  const [first, second] = await recountAll(store);
  expect(first && isMiscounted(first)).toBe(true);
  expect(second && isMiscounted(second)).toBe(false);
});

test('[T1] a run that moves while it is recounted is read again', async () => {
  await using opened = await openTemporarySqlite();
  const { store } = opened;
  await openBoard(store);
  const late = [['ana', 'ben'], ['cem']];
  const moving: Store = {
    ...store,
    async readTally(roundId, run) {
      const tally = await store.readTally(roundId, run);
      await cast(
        store,
        (late.shift() ?? []).map((who) => [who, 1, 'oak'] as const),
      );
      return tally;
    },
  };
  const [run] = await recountAll(moving);
  expect(run).toMatchObject({ stored: { ballots: 3 }, recounted: { ballots: 3 } });
  expect(run && isMiscounted(run)).toBe(false);
});
