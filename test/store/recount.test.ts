import { expect, test } from 'vitest';
import { closeRound, openRound } from '../../server/domain/run.ts';
import { isSameTally, recountAll } from '../../server/store/recount.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openDatabase } from '../../server/store/sqlite-driver.ts';
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
  expect(sound.map(({ boardId, roundId, run }) => [boardId, roundId, run])).toEqual([
    ['bedside', 'legs', 1],
    ['bedside', 'legs', 2],
  ]);
  expect(sound.every(isSameTally)).toBe(true);

  const file = await openDatabase(`${folder.path}/mitwerk.db`);
  file.exec("update counts set votes = votes + 1 where entry = 'oak'");
  file.close();
  const [first, second] = await recountAll(store);
  expect(first && isSameTally(first)).toBe(false);
  expect(second && isSameTally(second)).toBe(true);
});
