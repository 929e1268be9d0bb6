import { readdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { isNewEnough, openDatabase } from '../../server/store/sqlite-driver.ts';
import { FolderInUse } from '../../server/store/sqlite-lock.ts';
import { MIGRATIONS, schemaVersion } from '../../server/store/sqlite-schema.ts';
import { openBoard } from '../support/stored-boards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const current = `mitwerk.db.before-v${MIGRATIONS.length + 1}`;
const oneMore = [...MIGRATIONS, "insert into settings values ('migrated', 'yes')"];
const broken = [...MIGRATIONS, 'create table half (id text) strict; select * from nowhere'];

test('[S5] a new folder needs no copy', async () => {
  await using folder = await temporaryFolder();
  await using _store = await openSqliteStore(folder.path, { lock: true });
  expect((await readdir(folder.path)).filter((name) => name.includes('before'))).toEqual([]);
});

test('[S5] an older file is copied whole before it is migrated', async () => {
  await using folder = await temporaryFolder();
  await openBoardIn(folder.path);
  await using store = await openSqliteStore(folder.path, { lock: true, migrations: oneMore });
  expect(await store.readBoard('bedside')).not.toBeNull();

  const copy = await openDatabase(`${folder.path}/${current}`);
  expect(schemaVersion(copy)).toBe(MIGRATIONS.length);
  expect(copy.prepare('select id from boards').all()).toEqual([{ id: 'bedside' }]);
  expect(copy.prepare("select 1 from settings where name = 'migrated'").get()).toBeUndefined();
  copy.close();
});

test('[S5] a migration that fails changes nothing, and the next start tries again', async () => {
  await using folder = await temporaryFolder();
  await openBoardIn(folder.path);
  for (let start = 0; start < 2; start++) {
    await expect(openSqliteStore(folder.path, { lock: true, migrations: broken })).rejects.toThrow('nowhere');
  }
  await using store = await openSqliteStore(folder.path, { lock: true });
  expect(await store.listBoards()).toHaveLength(1);
  const file = await openDatabase(`${folder.path}/mitwerk.db`);
  expect(file.prepare("select 1 from sqlite_schema where name = 'half'").get()).toBeUndefined();
  file.close();
});

test('[S5] half a copy, left by a killed start, is made anew', async () => {
  await using folder = await temporaryFolder();
  await openBoardIn(folder.path);
  await writeFile(`${folder.path}/${current}.half`, 'half');
  await using _store = await openSqliteStore(folder.path, { lock: true, migrations: oneMore });
  const names = (await readdir(folder.path)).filter((name) => name.includes('before'));
  expect(names).toEqual([current]);
});

test('[S5] a newer file is refused untouched', async () => {
  await using folder = await temporaryFolder();
  const newer = await openSqliteStore(folder.path, { lock: true, migrations: oneMore });
  await newer[Symbol.asyncDispose]();
  await expect(openSqliteStore(folder.path, { lock: true })).rejects.toThrow('newer version');
  await using again = await openSqliteStore(folder.path, { lock: true, migrations: oneMore });
  expect(await again.listBoards()).toEqual([]);
});

test('[S5] a command does not migrate under a running server', async () => {
  await using folder = await temporaryFolder();
  await using _server = await openSqliteStore(folder.path, { lock: true });
  const command = openSqliteStore(folder.path, { lock: false, migrations: oneMore });
  await expect(command).rejects.toBeInstanceOf(FolderInUse);
});

test.each([
  ['3.51.3', true],
  ['3.51.2', false],
  ['3.52.0', true],
  ['3.9.9', false],
  ['4.0.0', true],
])('SQLite %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

async function openBoardIn(folder: string): Promise<void> {
  await using store = await openSqliteStore(folder, { lock: true });
  await openBoard(store);
}
