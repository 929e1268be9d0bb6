import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../server/cli/backup.ts';
import { MediaFiles } from '../../server/store/media-files.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { serverTexts } from '../../server/web/texts.ts';
import { cast, openBoard } from '../support/stored-boards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const texts = serverTexts('de');
const NOW = Date.UTC(2026, 10, 23, 9, 5);

test('[V4] a running server is saved with all that was acknowledged, and the copy starts', async () => {
  await using folder = await temporaryFolder();
  await using server = await openSqliteStore(folder.path, { lock: true });
  await openBoard(server);
  await cast(server, [['ana', 1, 'oak']]);
  const key = await server.signingKey(() => 'the key');
  await new MediaFiles(join(folder.path, 'media')).put('a-480.webp', Buffer.from('picture'));

  const to = join(folder.path, 'copies', 'monday');
  expect(await backUp(folder.path, to, NOW, texts)).toEqual({
    text: `${texts.backedUp(to, 1)}\n`,
    fine: true,
  });
  await cast(server, [['ben', 1, 'oak']]);

  expect((await readdir(to)).sort()).toEqual(['media', 'mitwerk.db']);
  await using copy = await openSqliteStore(to, { lock: true });
  expect(await copy.readBallots('bedside', 'ana')).toHaveLength(1);
  expect(await copy.readTally('legs', 1)).toMatchObject({ ballots: 1 });
  expect(await copy.signingKey(() => 'another one')).toBe(key);
  const picture = await new MediaFiles(join(to, 'media')).read('a-480.webp');
  expect(Buffer.from(picture ?? []).toString()).toBe('picture');
});

test('nothing is written into a folder that holds something', async () => {
  await using folder = await temporaryFolder();
  await using to = await temporaryFolder();
  await using _store = await openSqliteStore(folder.path, { lock: true });
  await writeFile(join(to.path, 'mitwerk.db'), 'of last week');
  expect(await backUp(folder.path, to.path, NOW, texts)).toEqual({
    text: `${texts.folderNotEmpty(to.path)}\n`,
    fine: false,
  });
  expect(await readdir(to.path)).toEqual(['mitwerk.db']);
});

test.skipIf(process.platform === 'win32')('a copy is closed to other users of the machine', async () => {
  await using folder = await temporaryFolder();
  await using _store = await openSqliteStore(folder.path, { lock: true });
  const to = join(folder.path, 'copy');
  await backUp(folder.path, to, NOW, texts);
  expect((await stat(to)).mode & 0o077).toBe(0);
});
