import { expect, test } from 'vitest';
import { renewStage, updateBoard } from '../../server/domain/board.ts';
import type { Change } from '../../server/domain/change.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { addRound, removeRound } from '../../server/domain/round.ts';
import { closeRound, openRound, undoRound } from '../../server/domain/run.ts';
import { aBoard, aBoardWith, someFields } from './boards.ts';
import type { OpenStore } from './store-contract.ts';
import { cast, committed, openBoard } from './stored-boards.ts';

const retitled: Change = { kind: 'board-updated', fields: { title: 'Beistelltisch' } };

export function boardContract(open: OpenStore): void {
  test('a created board is read as it was written, also after reopening', async () => {
    await using opened = await open();
    const board = aBoardWith(['oak', 'walnut']);
    expect(await opened.store.createBoard(board)).toBe('created');
    expect(await opened.store.readBoard(board.id)).toEqual(board);
    const again = await opened.reopen();
    expect(await again.readBoard(board.id)).toEqual(board);
    expect(await again.readBoard('nobody')).toBeNull();
  });

  test('boards are listed newest first', async () => {
    await using opened = await open();
    await opened.store.createBoard({ ...aBoard('old'), createdAt: 1 });
    await opened.store.createBoard({ ...aBoard('new'), createdAt: 3 });
    await opened.store.createBoard({ ...aBoard('mid'), createdAt: 2 });
    expect((await opened.store.listBoards()).map(({ id }) => id)).toEqual(['new', 'mid', 'old']);
  });

  test('a board is found by slug, join code and stage token', async () => {
    await using opened = await open();
    const board = aBoard();
    await opened.store.createBoard(board);
    expect(await opened.store.findBoard({ slug: board.slug })).toBe(board.id);
    expect(await opened.store.findBoard({ joinCode: board.joinCode })).toBe(board.id);
    expect(await opened.store.findBoard({ stageToken: board.stageToken })).toBe(board.id);
    expect(await opened.store.findBoard({ slug: board.joinCode })).toBeNull();
  });

  test.each(['slug', 'joinCode', 'stageToken'] as const)(
    '[S2] a second board with the same %s is refused',
    async (key) => {
      await using opened = await open();
      const first = aBoard('first');
      await opened.store.createBoard(first);
      expect(await opened.store.createBoard({ ...aBoard('second'), [key]: first[key] })).toBe('taken');
      expect(await opened.store.readBoard('second')).toBeNull();
      expect(await opened.store.readLog('second')).toEqual([]);
    },
  );

  test('[S1] a commit that skips or repeats a version writes nothing', async () => {
    await using opened = await open();
    const board = aBoard();
    await opened.store.createBoard(board);
    const next = evolve(board, retitled);
    expect(await opened.store.commit({ ...next, seq: 3 }, retitled, 5)).toBe(false);
    expect(await opened.store.commit(next, retitled, 5)).toBe(true);
    expect(await opened.store.commit({ ...next, title: 'late' }, retitled, 6)).toBe(false);
    expect(await opened.store.readBoard(board.id)).toEqual(next);
    expect(await opened.store.readLog(board.id)).toHaveLength(2);
  });

  test('[S1] of two commits on the same version one wins', async () => {
    await using opened = await open();
    const board = aBoard();
    await opened.store.createBoard(board);
    const next = evolve(board, retitled);
    const both = [opened.store.commit(next, retitled, 5), opened.store.commit(next, retitled, 5)];
    expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
  });

  test('[M7] the log holds every change in order, without what the change was made of', async () => {
    await using opened = await open();
    const board = aBoard();
    await opened.store.createBoard(board);
    await committed(opened.store, board, (now) => updateBoard(now, { title: 'Beistelltisch' }, { now: 6 }));
    await committed(opened.store, await read(), (now) => addRound(now, someFields, 'legs'), 7);
    const store = await opened.reopen();
    const log = await store.readLog(board.id);
    expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(log.at(0)).toEqual({ seq: 1, at: board.createdAt, change: { kind: 'board-created' } });
    expect(log.at(1)?.change).toEqual(retitled);
    expect(log.at(2)).toEqual({ seq: 3, at: 7, change: { kind: 'round-added', at: 0, roundId: 'legs' } });

    async function read() {
      return (await opened.store.readBoard(board.id)) ?? board;
    }
  });

  test('[B4] a renewed stage token finds the board, the old one does not', async () => {
    await using opened = await open();
    const board = aBoard();
    await opened.store.createBoard(board);
    await committed(opened.store, board, (now) => renewStage(now, 'fresh'));
    expect(await opened.store.findBoard({ stageToken: 'fresh' })).toBe(board.id);
    expect(await opened.store.findBoard({ stageToken: board.stageToken })).toBeNull();
  });

  test('[S3] a removed board leaves nothing behind', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await openBoard(store);
    await cast(store, [['ana', 1, 'oak']]);
    await store.removeBoard(board.id);
    await store.removeBoard(board.id);
    expect(await store.readBoard(board.id)).toBeNull();
    expect(await store.listBoards()).toEqual([]);
    expect(await store.findBoard({ slug: board.slug })).toBeNull();
    expect(await store.readLog(board.id)).toEqual([]);
    expect(await store.readBallots(board.id, 'ana')).toEqual([]);
    expect(await store.recount('legs', 1)).toMatchObject({ ballots: 0 });
    expect(await cast(store, [['ana', 2, 'oak']])).toEqual({ ok: false, code: 'not_found' });
    expect(await store.commit(evolve(board, retitled), retitled, 9)).toBe(false);
    expect(await store.createBoard(board)).toBe('created');
  });

  test('[S3] a removed round leaves no ballot and no count behind', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await openBoard(store);
    await cast(store, [['ana', 1, 'oak']]);
    const closed = await committed(store, board, (now) => closeRound(now, 'legs', 3_000));
    await committed(store, closed, (now) => removeRound(now, 'legs'));
    expect(await store.readTally('legs', 1)).toEqual({ version: 0, ballots: 0, counts: new Map() });
    expect(await store.readBallots(board.id, 'ana')).toEqual([]);
    expect(await cast(store, [['ana', 2, 'oak']])).toEqual({ ok: false, code: 'not_found' });
  });

  test('[R18] an opening whose run has a ballot by now is not taken back', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await openBoard(store);
    const undo = undoRound(board, 'legs', 0, 3_000);
    if (!undo.ok || !undo.change) throw new Error('not undone');
    await cast(store, [['ana', 1, 'oak']]);
    expect(await store.commit(evolve(board, undo.change), undo.change, 3_000)).toBe(false);
    expect(await store.readBoard(board.id)).toEqual(board);
  });

  test('[R18] an opening without ballots is taken back, though an earlier run has some', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = await openBoard(store);
    await cast(store, [['ana', 1, 'oak']]);
    const closed = await committed(store, board, (now) => closeRound(now, 'legs', 3_000));
    const again = await committed(store, closed, (now) => openRound(now, 'legs', 4_000));
    await committed(store, again, (now) => undoRound(now, 'legs', 0, 5_000));
    expect((await store.readTally('legs', 1)).counts).toEqual(new Map([['oak', 1]]));
  });
}
