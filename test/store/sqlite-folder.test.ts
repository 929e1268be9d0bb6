import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { FolderInUse } from '../../server/store/sqlite-lock.ts';
import { cast, openBoard } from '../support/stored-boards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('[S4] a second server is told who holds the folder', async () => {
  await using folder = await temporaryFolder();
  await using first = await openSqliteStore(folder.path, { lock: true });
  const fault = await openSqliteStore(folder.path, { lock: true }).catch((fault: unknown) => fault);
  expect(fault).toBeInstanceOf(FolderInUse);
  expect(fault).toMatchObject({ pid: process.pid, folder: folder.path });
  expect(await first.listBoards()).toEqual([]);
});

test('[S4] a stopped server lets go of the folder, stopping twice is no fault', async () => {
  await using folder = await temporaryFolder();
  const first = await openSqliteStore(folder.path, { lock: true });
  await first[Symbol.asyncDispose]();
  await first[Symbol.asyncDispose]();
  await expect(first.listBoards()).rejects.toThrow();
  await using second = await openSqliteStore(folder.path, { lock: true });
  expect(await second.listBoards()).toEqual([]);
});

test('[S4] a command works beside a running server, and both see what the other writes', async () => {
  await using folder = await temporaryFolder();
  await using server = await openSqliteStore(folder.path, { lock: true });
  await using command = await openSqliteStore(folder.path, { lock: false });
  await openBoard(server);
  await command.addMakerLink('hash', 100);
  expect(await server.redeemMakerLink('hash', 50)).toBe(true);
  expect(await command.listBoards()).toHaveLength(1);
});

test('[S4] [V4] after kill -9 the folder is free at once and the counted ballot is there', async () => {
  await using folder = await temporaryFolder();
  const setUp = await openSqliteStore(folder.path, { lock: true });
  await openBoard(setUp);
  await setUp[Symbol.asyncDispose]();

  const script = `${import.meta.dirname}/../support/hold-folder.ts`;
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', script, folder.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    await expect(openSqliteStore(folder.path, { lock: true })).rejects.toMatchObject({ pid: child.pid });
  } finally {
    child.kill('SIGKILL');
  }
  await once(child, 'exit');

  await using store = await openSqliteStore(folder.path, { lock: true });
  expect(await store.readBallots('bedside', 'ana')).toHaveLength(1);
  expect(await store.recount('legs', 1)).toEqual(await store.readTally('legs', 1));
  expect(await cast(store, [['ana', 1, 'oak']])).toMatchObject({
    ok: true,
    answers: [{ result: 'repeated' }],
  });
});

test.skipIf(process.platform === 'win32')(
  'a new folder is closed to other users of the machine',
  async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'new');
    await using _store = await openSqliteStore(path, { lock: true });
    expect((await stat(path)).mode & 0o077).toBe(0);
  },
);
