import { expect, test } from 'vitest';
import type { WholeBoard } from '../../server/store/store.ts';
import { aBoard } from './boards.ts';
import type { OpenStore } from './store-contract.ts';
import { storeWholeBoard } from './whole-board.ts';

export function wholeContract(open: OpenStore): void {
  test('[X1] what was read whole is restored elsewhere and reads the same', async () => {
    await using from = await open();
    await using to = await open();
    const board = await storeWholeBoard(from.store);
    const whole = await theWhole(from.store, board.id);
    expect(whole.board).toEqual(board);
    expect(whole.runs.map(({ roundId, run, cast }) => [roundId, run, cast.length])).toEqual([
      ['drafts', 1, 1],
      ['drafts', 2, 3],
      ['ideas', 1, 3],
    ]);

    expect(await to.store.restoreBoard(whole)).toBe('restored');
    expect(await theWhole(to.store, board.id)).toEqual(whole);
    const reopened = await to.reopen();
    expect(await theWhole(reopened, board.id)).toEqual(whole);
    expect(await reopened.findBoard({ joinCode: board.joinCode })).toBe(board.id);
  });

  test('[T1] a restored board has counters that equal its ballots, whatever came with it', async () => {
    await using from = await open();
    await using to = await open();
    const { id } = await storeWholeBoard(from.store);
    const whole = await theWhole(from.store, id);
    const forged = whole.runs.map((run) => ({
      ...run,
      tally: { ...run.tally, ballots: 99, counts: new Map() },
    }));
    await to.store.restoreBoard({ ...whole, runs: forged });
    for (const { roundId, run, tally } of whole.runs) {
      expect(await to.store.readTally(roundId, run)).toEqual(tally);
      expect(await to.store.recount(roundId, run)).toEqual(tally);
    }
  });

  test('[X3] a board that is here already, or whose round is, stays as it is', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await storeWholeBoard(store);
    const whole = await theWhole(store, board.id);
    expect(await store.restoreBoard({ ...whole, board: { ...board, title: 'Other' } })).toBe('exists');
    const other = { ...whole, board: { ...aBoard('other'), rounds: board.rounds } };
    expect(await store.restoreBoard(other)).toBe('exists');
    expect(await store.readBoard('other')).toBeNull();
    expect(await theWhole(store, board.id)).toEqual(whole);
  });

  test('[S2] a board whose link, code or stage belongs to another one is not restored', async () => {
    await using opened = await open();
    const { store } = opened;
    const here = aBoard('here');
    await store.createBoard(here);
    for (const key of ['slug', 'joinCode', 'stageToken'] as const) {
      const board = { ...aBoard('new'), [key]: here[key] };
      expect(await store.restoreBoard({ board, log: [], runs: [] })).toBe('taken');
    }
    expect(await store.readWhole('new')).toBeNull();
  });
}

async function theWhole(
  store: { readWhole(id: string): Promise<WholeBoard | null> },
  id: string,
): Promise<WholeBoard> {
  const whole = await store.readWhole(id);
  if (!whole) throw new Error(`no board ${id}`);
  return whole;
}
