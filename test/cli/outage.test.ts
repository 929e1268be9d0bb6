import { expect, test } from 'vitest';
import { outageText } from '../../server/cli/outage.ts';
import { startedFolder } from '../../server/cli/started-folder.ts';
import { readConfig } from '../../server/config.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { serverTexts } from '../../server/web/texts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const texts = serverTexts('de');
const thrown = (act: () => unknown) =>
  Promise.resolve()
    .then(act)
    .catch((fault: unknown) => fault);

test('[S4] a second server in the same folder is told who holds it', async () => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  const fault = await thrown(() => openSqliteStore(folder.path, { lock: true }));
  expect(store).toBeDefined();
  expect(outageText(fault, texts)).toContain(`läuft schon ein Mitwerk (Prozess ${process.pid})`);
});

test('a wrong setting is named', async () => {
  const fault = await thrown(() => readConfig({}, { MITWERK_PORT: 'abc' }));
  expect(outageText(fault, texts)).toBe('Diese Einstellung stimmt nicht: MITWERK_PORT\n');
});

test('a folder in which nothing was started is not taken for a sound one', async () => {
  await using folder = await temporaryFolder();
  const fault = await thrown(() => startedFolder(folder.path));
  expect(outageText(fault, texts)).toContain('wurde noch kein Mitwerk gestartet');
  await using _store = await openSqliteStore(folder.path, { lock: true });
  expect(startedFolder(folder.path)).toBe(folder.path);
});

test('a bug is no outage', () => {
  expect(outageText(new TypeError('x is not a function'), texts)).toBeNull();
  expect(outageText('odd', texts)).toBeNull();
});
