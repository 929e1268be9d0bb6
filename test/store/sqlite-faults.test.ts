import { expect, test } from 'vitest';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { cast, openBoard } from '../support/stored-boards.ts';

test('[V4] a fault in the middle of a batch rejects it whole, and the next one is taken', async () => {
  await using opened = await openTemporarySqlite();
  const { store } = opened;
  await openBoard(store);
  const notAWholeNumber = 1.5;
  const batch = cast(store, [
    ['ana', 1, 'oak'],
    ['ben', notAWholeNumber, 'oak'],
  ]);
  await expect(batch).rejects.toThrow();
  expect(await store.readTally('legs', 1)).toMatchObject({ version: 0, ballots: 0 });
  expect(await store.readBallots('bedside', 'ana')).toEqual([]);
  expect(await cast(store, [['ana', 1, 'oak']])).toMatchObject({ ok: true, tally: { ballots: 1 } });
});
