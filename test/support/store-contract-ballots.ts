import { expect, test } from 'vitest';
import { closeRound, extendRound, openRound, undoRound } from '../../server/domain/run.ts';
import type { BatchResult } from '../../server/store/store.ts';
import { aBoardWith } from './boards.ts';
import type { OpenStore } from './store-contract.ts';
import { cast, committed, openBoard } from './stored-boards.ts';

export function ballotContract(open: OpenStore): void {
  test('[V4] a counted ballot is there after reopening', async () => {
    await using opened = await open();
    await openBoard(opened.store);
    const result = await cast(opened.store, [['ana', 7, 'oak', 'ash']]);
    const ballot = { roundId: 'legs', run: 1, rev: 7, entries: ['oak', 'ash'] };
    expect(answersOf(result)).toEqual([{ result: 'counted', ballot }]);
    const store = await opened.reopen();
    expect(await store.readBallots('bedside', 'ana')).toEqual([ballot]);
    expect(await store.readBallots('bedside', 'ben')).toEqual([]);
    expect(await store.readBallots('elsewhere', 'ana')).toEqual([]);
  });

  test('[V1] a round that is unknown, or of another board, takes none', async () => {
    await using opened = await open();
    const { store } = opened;
    await openBoard(store);
    const batch = { boardId: 'bedside', roundId: 'legs', run: 1, now: 2_500, ballots: [] };
    expect(await store.castBallots({ ...batch, roundId: 'arms' })).toEqual({ ok: false, code: 'not_found' });
    expect(await store.castBallots({ ...batch, boardId: 'other' })).toEqual({ ok: false, code: 'not_found' });
    expect(await store.castBallots(batch)).toMatchObject({ ok: true, answers: [] });
  });

  test('[V1] a draft round takes none', async () => {
    await using opened = await open();
    await opened.store.createBoard(aBoardWith(['oak', 'walnut']));
    expect(await cast(opened.store, [['ana', 1, 'oak']])).toEqual({ ok: false, code: 'round_not_open' });
    expect(await cast(opened.store, [['ana', 1, 'oak']], { run: 0 })).toMatchObject({ ok: false });
  });

  test('[V1] a closed round takes none, an opened-again one none for the run before', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await openBoard(store);
    await cast(store, [['ana', 1, 'oak']]);
    const closed = await committed(store, board, (now) => closeRound(now, 'legs', 3_000));
    expect(await cast(store, [['ana', 2, 'ash']])).toEqual({ ok: false, code: 'round_closed' });
    await committed(store, closed, (now) => openRound(now, 'legs', 4_000));
    expect(await cast(store, [['ana', 2, 'ash']])).toEqual({ ok: false, code: 'run_over' });
    expect(await cast(store, [['ana', 1, 'ash']], { run: 2 })).toMatchObject({
      ok: true,
      tally: { ballots: 1 },
    });
    expect((await store.readTally('legs', 1)).counts).toEqual(new Map([['oak', 1]]));
    expect(await store.readBallots('bedside', 'ana')).toEqual([
      { roundId: 'legs', run: 1, rev: 1, entries: ['oak'] },
      { roundId: 'legs', run: 2, rev: 1, entries: ['ash'] },
    ]);
  });

  test('[V1] a resumed run takes ballots again', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await openBoard(store);
    const closed = await committed(store, board, (now) => closeRound(now, 'legs', 3_000));
    await committed(store, closed, (now) => undoRound(now, 'legs', 0, 4_000));
    expect(await cast(store, [['ana', 1, 'oak']])).toMatchObject({ ok: true });
  });

  test('[R18] a run whose opening was taken back takes none, nor does the next one under its number', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await openBoard(store);
    const draft = await committed(store, board, (now) => undoRound(now, 'legs', 0, 3_000));
    expect(await cast(store, [['ana', 1, 'oak']])).toEqual({ ok: false, code: 'round_not_open' });
    await committed(store, draft, (now) => openRound(now, 'legs', 4_000));
    expect(await cast(store, [['ana', 1, 'oak']])).toEqual({ ok: false, code: 'run_over' });
  });

  test('[R14] at its end time a round takes none, an extended one takes them', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await openBoard(store, { seconds: 10 });
    expect(await cast(store, [['ana', 1, 'oak']], { now: 11_999 })).toMatchObject({ ok: true });
    expect(await cast(store, [['ben', 1, 'oak']], { now: 12_000 })).toEqual({
      ok: false,
      code: 'round_closed',
    });
    await committed(store, board, (now) => extendRound(now, 'legs', 30, 11_000));
    expect(await cast(store, [['ben', 1, 'oak']], { now: 12_000 })).toMatchObject({ ok: true });
  });

  test('[V3] a higher rev replaces, the same and a lower one do not', async () => {
    await using opened = await open();
    const { store } = opened;
    await openBoard(store);
    await cast(store, [['ana', 5, 'oak']]);
    const counts = { roundId: 'legs', run: 1, rev: 6, entries: ['ash'] };
    expect(answersOf(await cast(store, [['ana', 6, 'ash']]))).toEqual([
      { result: 'counted', ballot: counts },
    ]);
    expect(answersOf(await cast(store, [['ana', 6, 'ash']]))).toEqual([
      { result: 'repeated', ballot: counts },
    ]);
    expect(answersOf(await cast(store, [['ana', 6, 'oak']]))).toEqual([
      { result: 'superseded', ballot: counts },
    ]);
    expect(answersOf(await cast(store, [['ana', 5, 'oak']]))).toEqual([
      { result: 'superseded', ballot: counts },
    ]);
    expect(await store.readTally('legs', 1)).toMatchObject({ ballots: 1, counts: new Map([['ash', 1]]) });
  });

  test('[V3] within one batch the ballots of a participant are taken in order', async () => {
    await using opened = await open();
    const { store } = opened;
    await openBoard(store);
    const result = await cast(store, [
      ['ana', 1, 'oak'],
      ['ben', 1, 'oak'],
      ['ana', 3, 'ash'],
      ['ana', 2, 'walnut'],
      ['ana', 3, 'ash'],
    ]);
    expect(answersOf(result).map((answer) => answer.result)).toEqual([
      'counted',
      'counted',
      'counted',
      'superseded',
      'repeated',
    ]);
    expect(answersOf(result).at(3)?.ballot).toMatchObject({ rev: 3, entries: ['ash'] });
    expect(await store.readTally('legs', 1)).toMatchObject({
      ballots: 2,
      counts: new Map([
        ['ash', 1],
        ['oak', 1],
      ]),
    });
  });

  test('[V6] a withdrawn ballot counts nowhere, and an older rev does not bring the old one back', async () => {
    await using opened = await open();
    const { store } = opened;
    await openBoard(store);
    await cast(store, [
      ['ana', 1, 'oak'],
      ['ben', 1, 'oak'],
    ]);
    const withdrawn = { roundId: 'legs', run: 1, rev: 3, entries: [] };
    expect(answersOf(await cast(store, [['ana', 3]]))).toEqual([{ result: 'counted', ballot: withdrawn }]);
    const left = { version: 2, ballots: 1, counts: new Map([['oak', 1]]) };
    expect(await store.readTally('legs', 1)).toEqual(left);
    expect(answersOf(await cast(store, [['ana', 2, 'ash']]))).toEqual([
      { result: 'superseded', ballot: withdrawn },
    ]);
    expect(answersOf(await cast(store, [['ana', 3]]))).toEqual([{ result: 'repeated', ballot: withdrawn }]);
    expect(await store.readTally('legs', 1)).toEqual(left);
    expect(await store.readBallots('bedside', 'ana')).toEqual([withdrawn]);
    await cast(store, [['ana', 4, 'ash']]);
    expect(await store.readTally('legs', 1)).toMatchObject({ version: 3, ballots: 2 });
  });

  test('[V6] whoever withdraws before ever voting moves nothing, and what was cast before comes too late', async () => {
    await using opened = await open();
    const { store } = opened;
    await openBoard(store);
    await cast(store, [
      ['ana', 2],
      ['ana', 1, 'oak'],
    ]);
    expect(await store.readTally('legs', 1)).toEqual({ version: 0, ballots: 0, counts: new Map() });
    expect(await store.recount('legs', 1)).toEqual({ version: 0, ballots: 0, counts: new Map() });
  });

  test('[V3] [V5] the points belong to the ballot: others replace it, and it is read back with them', async () => {
    await using opened = await open();
    const { store } = opened;
    await openBoard(store, { rule: { kind: 'points', budget: 9 } });
    const give = (rev: number, ...points: number[]) =>
      store.castBallots({
        boardId: 'bedside',
        roundId: 'legs',
        run: 1,
        now: 2_500,
        ballots: [{ participant: 'ana', rev, entries: ['oak', 'ash'], points }],
      });
    await give(1, 5, 4);
    expect(answersOf(await give(1, 4, 5))[0]).toMatchObject({
      result: 'superseded',
      ballot: { points: [5, 4] },
    });
    expect(answersOf(await give(1, 5, 4))[0]).toMatchObject({
      result: 'repeated',
      ballot: { points: [5, 4] },
    });
    expect(answersOf(await give(2, 1, 8))[0]).toMatchObject({ result: 'counted' });
    const counts = new Map([
      ['ash', 8],
      ['oak', 1],
    ]);
    expect(await store.readTally('legs', 1)).toEqual({ version: 2, ballots: 1, counts });
    const again = await opened.reopen();
    expect(await again.readBallots('bedside', 'ana')).toEqual([
      { roundId: 'legs', run: 1, rev: 2, entries: ['oak', 'ash'], points: [1, 8] },
    ]);
  });

  test('[V1] batches and a closing in flight at once: what was answered before it counts, nothing after', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await openBoard(store);
    const before = cast(store, [['ana', 1, 'oak']]);
    const closing = committed(store, board, (now) => closeRound(now, 'legs', 3_000));
    const after = cast(store, [['ben', 1, 'oak']]);
    const accepted = [await before, await after].filter(({ ok }) => ok).length;
    await closing;
    expect((await store.recount('legs', 1)).ballots).toBe(accepted);
  });
}

function answersOf(result: BatchResult) {
  if (!result.ok) throw new Error(result.code);
  return result.answers;
}
