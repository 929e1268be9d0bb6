import { expect, test } from 'vitest';
import { MakerAccess } from '../../server/access/maker.ts';
import { lastReachedAt, noteReachedAt } from '../../server/cli/reached-at.ts';
import { resetMaker } from '../../server/cli/reset-maker.ts';
import { randomIds } from '../../server/ops/ids.ts';
import { serverTexts } from '../../server/web/texts.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('[A3] the printed link works, once', async () => {
  await using opened = await openTemporarySqlite();
  const makers = new MakerAccess({ store: opened.store, clock: new ManualClock(), ids: randomIds });
  const reached = { here: 'http://localhost:4411', forPhones: 'http://192.168.0.12:4411' };
  const text = await resetMaker(makers, reached, { texts: serverTexts('de'), coloured: false });
  const [, secret = ''] = /http:\/\/localhost:4411\/studio#link=(\S+)/.exec(text) ?? [];
  expect(await makers.redeem(secret)).not.toBeNull();
  expect(await makers.redeem(secret)).toBeNull();
});

test('where nobody knows the address of the servers, the link says so', async () => {
  await using opened = await openTemporarySqlite();
  const makers = new MakerAccess({ store: opened.store, clock: new ManualClock(), ids: randomIds });
  const texts = serverTexts('de');
  const lines = async (isGuessed: boolean) =>
    resetMaker(
      makers,
      { here: 'http://localhost:4400', forPhones: null },
      { texts, coloured: false, isGuessed },
    );
  expect(await lines(true)).toContain(texts.linkGuessed);
  expect(await lines(false)).not.toContain(texts.linkGuessed);
});

test('where the server was reached is noted in its folder', async () => {
  await using folder = await temporaryFolder();
  expect(await lastReachedAt(folder.path)).toBeNull();
  const reached = { here: 'http://localhost:4400', forPhones: null };
  await noteReachedAt(folder.path, reached);
  expect(await lastReachedAt(folder.path)).toEqual(reached);
});
