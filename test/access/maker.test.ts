import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MakerAccess } from '../../server/access/maker.ts';
import { randomIds } from '../../server/ops/ids.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function startAccess() {
  const folder = await temporaryFolder();
  const store = await openSqliteStore(folder.path, { lock: true });
  const clock = new ManualClock();
  return {
    path: folder.path,
    store,
    clock,
    makers: new MakerAccess({ store, clock, ids: randomIds }),
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('[A3] a maker link opens the studio once', async () => {
  await using access = await startAccess();
  const secret = await access.makers.newLink();
  expect(await access.store.hasMaker()).toBe(false);
  const session = await access.makers.redeem(secret);
  expect(session).not.toBeNull();
  expect(await access.store.hasMaker()).toBe(true);
  expect(await access.makers.allows(`mw_m=${session}`)).toBe(true);
  expect(await access.makers.redeem(secret)).toBeNull();
});

test('[A3] a maker link is good for 30 minutes', async () => {
  await using access = await startAccess();
  const early = await access.makers.newLink();
  const late = await access.makers.newLink();
  access.clock.turn(30 * MINUTE - 1);
  expect(await access.makers.redeem(early)).not.toBeNull();
  access.clock.turn(1);
  expect(await access.makers.redeem(late)).toBeNull();
});

test('a session lasts 90 days, or until the maker logs out', async () => {
  await using access = await startAccess();
  const first = `mw_m=${await access.makers.redeem(await access.makers.newLink())}`;
  const second = `mw_m=${await access.makers.redeem(await access.makers.newLink())}`;
  await access.makers.end(first);
  expect([await access.makers.allows(first), await access.makers.allows(second)]).toEqual([false, true]);
  access.clock.turn(90 * DAY);
  expect(await access.makers.allows(second)).toBe(false);
});

test('what is no secret of ours opens nothing', async () => {
  await using access = await startAccess();
  for (const odd of ['', 'x', '__proto__', "' OR 1=1 --", 'x'.repeat(10_000)]) {
    expect(await access.makers.redeem(odd)).toBeNull();
    expect(await access.makers.allows(`mw_m=${odd}`)).toBe(false);
  }
  expect(await access.makers.allows(undefined)).toBe(false);
});

test('[A3] the store holds hashes only', async () => {
  await using access = await startAccess();
  const link = await access.makers.newLink();
  const session = await access.makers.redeem(await access.makers.newLink());
  const files = await readdir(access.path, { withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile())) {
    const bytes = await readFile(join(access.path, file.name));
    expect(bytes.includes(link)).toBe(false);
    expect(bytes.includes(session ?? '')).toBe(false);
  }
});

test('the cookie goes to our own pages only', async () => {
  await using access = await startAccess();
  expect(access.makers.cookie('s', true)).toBe(
    'mw_m=s; Path=/; Max-Age=7776000; HttpOnly; SameSite=Strict; Secure',
  );
  expect(access.makers.cookie(null, false)).toBe('mw_m=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict');
});
