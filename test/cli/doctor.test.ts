import { expect, test } from 'vitest';
import { doctor } from '../../server/cli/doctor.ts';
import type { MediaStore } from '../../server/store/media.ts';
import type { Store } from '../../server/store/store.ts';
import { serverTexts } from '../../server/web/texts.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { storeWholeBoard } from '../support/whole-board.ts';

const nothing: MediaStore = {
  put: async () => {},
  read: async () => null,
  list: async () => [],
  remove: async () => {},
};

function examine(
  { store }: Pick<TestBoard, 'store'>,
  recount: Store['recount'] = (...of) => store.recount(...of),
  redis: string | null = null,
) {
  return doctor({
    store: {
      ...store,
      listBoards: () => store.listBoards(),
      hasMaker: () => store.hasMaker(),
      readTally: (...of: Parameters<Store['readTally']>) => store.readTally(...of),
      recount,
    } as Store,
    media: nothing,
    lanAddresses: ['192.168.0.12'],
    nodeVersion: '20.19.0',
    redis,
    texts: serverTexts('de'),
  });
}

test('[T1] a sound folder is fine', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  await (await board.phone()).cast('Eiche');
  const { text, fine } = await examine(board);
  expect(fine).toBe(true);
  expect(text).toContain('1 Board gelesen');
  expect(text).toContain('1 Abstimmung nachgezählt');
});

test('[T1] a tally that differs from its ballots is named', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { text, fine } = await examine(board, async () => ({ version: 0, ballots: 1, counts: new Map() }));
  expect(fine).toBe(false);
  expect(text).toContain('Nachttisch, „Welches Holz?“, Durchgang 1: Der Stand weicht');
});

test('a Redis in which nothing is, is not taken for a sound one', async () => {
  await using opened = await openTemporarySqlite();
  const { text, fine } = await examine(opened, undefined, 'redis:6379');
  expect(fine).toBe(false);
  expect(text).toContain('✗ In Redis unter redis:6379 liegt nichts');
  expect(text).toContain('/readyz');
  // A server that starts now would take it for a new one.
  expect(text).not.toContain('Starte Mitwerk');
});

test('a studio in Redis without a board yet is fine', async () => {
  await using opened = await openTemporarySqlite();
  const store = { ...opened.store, listBoards: async () => [], hasMaker: async () => true };
  expect(await examine({ store }, undefined, 'redis:6379')).toMatchObject({ fine: true });
});

test('a missing picture is named', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], open: false });
  const { boardId, roundId } = board;
  const draftId = board.room().board.rounds[0]?.entries[0]?.id ?? '';
  const picture = { hash: 'a'.repeat(32), width: 16, height: 9, blur: 'data:image/webp;base64,AAAA' };
  await board.maker.must('draft:update', { boardId, roundId, draftId, picture });
  const { text, fine } = await examine(board);
  expect(fine).toBe(false);
  expect(text).toContain('Nachttisch: Das Bild zu „Eiche“ fehlt.');
});

test('also one that shows what was decided', async () => {
  await using opened = await openTemporarySqlite();
  const picture = { hash: 'b'.repeat(32), width: 16, height: 9, blur: 'data:image/webp;base64,AAAA' };
  const { store } = opened;
  const board = await storeWholeBoard(store);
  const rounds = board.rounds.map(({ outcome, ...round }) => ({
    ...round,
    outcome: outcome && { ...outcome, picture },
  }));
  const { text, fine } = await examine({
    store: { ...store, listBoards: async () => [{ ...board, rounds }] },
  });
  expect(fine).toBe(false);
  expect(text).toContain('Nachttisch: Das Bild zu „Which legs?“ fehlt.');
});
