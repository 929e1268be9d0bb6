import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MediaFiles } from '../../server/store/media-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('what was put is read again, and only under its name', async () => {
  await using folder = await temporaryFolder();
  const media = new MediaFiles(join(folder.path, 'media'));
  expect(await media.read('a-480.webp')).toBeNull();
  await media.put('a-480.webp', Buffer.from('one'));
  await media.put('a-480.webp', Buffer.from('one'));
  expect(Buffer.from((await media.read('a-480.webp')) ?? [])).toEqual(Buffer.from('one'));
  expect(await media.read('b-480.webp')).toBeNull();
});

test('ten at once under one name leave one whole file and nothing half', async () => {
  await using folder = await temporaryFolder();
  const media = new MediaFiles(folder.path);
  const bytes = Buffer.alloc(500_000, 7);
  await Promise.all(Array.from({ length: 10 }, () => media.put('a-1600.webp', bytes)));
  expect(await readdir(folder.path)).toEqual(['a-1600.webp']);
  expect((await media.read('a-1600.webp'))?.length).toBe(bytes.length);
});

test('no name leads out of the folder', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'media'));
  await writeFile(join(folder.path, 'secret.db'), 'x');
  const media = new MediaFiles(join(folder.path, 'media'));
  for (const name of [
    '../secret.db',
    '..',
    '.',
    '',
    '/etc/passwd',
    'a/b.webp',
    'a\\b.webp',
    'a\0.webp',
    '.hidden',
  ]) {
    expect(await media.read(name)).toBeNull();
    await expect(media.put(name, Buffer.from('x'))).rejects.toThrow('not a name');
  }
});

test('what is kept is listed with the time it was last put, and nothing else', async () => {
  await using folder = await temporaryFolder();
  const media = new MediaFiles(folder.path);
  expect(await new MediaFiles(join(folder.path, 'not-yet')).list()).toEqual([]);
  await media.put('a-480.webp', Buffer.from('one'));
  await media.put('b-480.webp', Buffer.from('two'));
  await writeFile(join(folder.path, 'a-480.webp.0123.part'), 'half');
  await mkdir(join(folder.path, 'folder.webp'));
  const old = new Date(1_000);
  for (const name of ['a-480.webp', 'b-480.webp']) await utimes(join(folder.path, name), old, old);
  await media.put('b-480.webp', Buffer.from('two'));

  const listed = (await media.list()).toSorted((one, other) => one.at - other.at);
  expect(listed.map(({ name }) => name)).toEqual(['a-480.webp', 'b-480.webp']);
  expect(listed[0]?.at).toBe(1_000);
  expect(listed[1]?.at).toBeGreaterThan(1_000);
});

test('what was removed is gone, and may be removed again', async () => {
  await using folder = await temporaryFolder();
  const media = new MediaFiles(folder.path);
  await media.put('a-480.webp', Buffer.from('one'));
  await media.remove('a-480.webp');
  await media.remove('a-480.webp');
  expect(await media.read('a-480.webp')).toBeNull();
  expect(await media.list()).toEqual([]);
  await expect(media.remove('../secret.db')).rejects.toThrow('not a name');
});
