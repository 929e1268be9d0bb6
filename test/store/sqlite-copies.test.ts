import { readdir, utimes, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const day = 24 * 60 * 60 * 1000;

test('[S5] a server that starts removes copies older than thirty days, and nothing else', async () => {
  await using folder = await temporaryFolder();
  await keep(folder.path, 'mitwerk.db.before-v2', 31);
  await keep(folder.path, 'mitwerk.db.before-v3', 29);
  await keep(folder.path, 'mitwerk.db.before-v2.half', 31);
  await keep(folder.path, 'mitwerk.db.before-v2.mine', 31);
  await using _command = await openSqliteStore(folder.path, { lock: false });
  expect(await copiesIn(folder.path)).toHaveLength(4);
  await using _server = await openSqliteStore(folder.path, { lock: true });
  expect(await copiesIn(folder.path)).toEqual(['mitwerk.db.before-v2.mine', 'mitwerk.db.before-v3']);
});

async function keep(folder: string, name: string, days: number): Promise<void> {
  await writeFile(`${folder}/${name}`, 'a copy');
  const then = new Date(Date.now() - days * day);
  await utimes(`${folder}/${name}`, then, then);
}

async function copiesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.includes('before')).toSorted();
}
