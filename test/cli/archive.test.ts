import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportBoard } from '../../server/cli/export.ts';
import { restoreBoard } from '../../server/cli/restore.ts';
import { serverTexts } from '../../server/web/texts.ts';
import { aPicture, mediaInMemory } from '../archive/archives.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { openBoard } from '../support/stored-boards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { storeWholeBoard } from '../support/whole-board.ts';

const texts = serverTexts('de');

test('[X1] a board is packed into a file, and brought back on another server', async () => {
  await using folder = await temporaryFolder();
  await using here = await openTemporarySqlite();
  await using there = await openTemporarySqlite();
  const [media, mediaThere] = [mediaInMemory(), mediaInMemory()];
  const board = await storeWholeBoard(here.store, await aPicture(media));
  const file = join(folder.path, 'board.zip');
  const place = { store: here.store, media, texts };
  expect(await exportBoard(board.slug, file, place)).toEqual({ text: `Eingepackt: ${file}\n`, fine: true });

  const placeThere = { store: there.store, media: mediaThere, texts };
  expect(await restoreBoard(file, placeThere)).toEqual({
    text: `„Nachttisch“ ist wieder da: /b/${board.slug}\n`,
    fine: true,
  });
  expect([...mediaThere.kept.keys()].sort()).toEqual([...media.kept.keys()].sort());
  const again = join(folder.path, 'again.zip');
  await exportBoard(board.slug, again, placeThere);
  expect((await readFile(again)).equals(await readFile(file))).toBe(true);

  expect(await restoreBoard(file, placeThere)).toMatchObject({ text: `${texts.boardExists}\n`, fine: false });
});

test('no file is written over, and none is left of what cannot be written', async () => {
  await using folder = await temporaryFolder();
  await using opened = await openTemporarySqlite();
  const { slug } = await storeWholeBoard(opened.store, await aPicture(mediaInMemory()));
  const file = join(folder.path, 'board.zip');
  await writeFile(file, 'mine');
  const place = { store: opened.store, media: mediaInMemory(), texts };
  expect(await exportBoard(slug, file, place)).toEqual({ text: `${texts.fileExists(file)}\n`, fine: false });
  expect(await readFile(file, 'utf8')).toBe('mine');

  const broken = { ...mediaInMemory(), read: () => Promise.reject(new Error('the disk is gone')) };
  const other = join(folder.path, 'other.zip');
  await expect(exportBoard(slug, other, { ...place, media: broken })).rejects.toThrow('the disk is gone');
  expect(await readdir(folder.path)).toEqual(['board.zip']);
});

test('[X3] what cannot be packed or brought back is told in a sentence', async () => {
  await using folder = await temporaryFolder();
  await using opened = await openTemporarySqlite();
  const { slug } = await openBoard(opened.store);
  const place = { store: opened.store, media: mediaInMemory(), texts };
  const file = join(folder.path, 'board.zip');
  const no = (text: string) => ({ text: `${text}\n`, fine: false });
  expect(await exportBoard('nothing', file, place)).toEqual(no(texts.noSuchBoard('nothing')));
  expect(await exportBoard(slug, file, place)).toEqual(no(texts.exportWhileOpen));
  expect(await restoreBoard(file, place)).toEqual(no(texts.noSuchFile(file)));
  await writeFile(file, 'no ZIP');
  expect(await restoreBoard(file, place)).toEqual(no(texts.notAnArchive(file)));
});

test('[S2] a link that is taken here is told', async () => {
  await using folder = await temporaryFolder();
  await using here = await openTemporarySqlite();
  await using there = await openTemporarySqlite();
  const board = await storeWholeBoard(here.store);
  const file = join(folder.path, 'board.zip');
  await exportBoard(board.slug, file, { store: here.store, media: mediaInMemory(), texts });
  await there.store.createBoard({ ...board, id: 'other', rounds: [], credits: [] });
  const place = { store: there.store, media: mediaInMemory(), texts };
  expect(await restoreBoard(file, place)).toEqual({ text: `${texts.addressTaken}\n`, fine: false });
});
