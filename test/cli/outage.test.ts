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

test.each([
  ['MITWERK_PORT', 'abc', '0 bis 65535'],
  ['MITWERK_METRICS_PORT', '65536', '0 bis 65535'],
  ['MITWERK_METRICS_TOKEN', 'short', '16 Zeichen oder mehr'],
  ['MITWERK_DRAIN_SECONDS', 'abc', 'Sekunden, 0 bis 300'],
  ['MITWERK_TRUST_PROXY', 'maybe', 'true oder false'],
  ['MITWERK_PUBLIC_URL', 'board', 'wie https://board.example'],
  ['REDIS_URL', 'redis', 'wie redis://user:password@host:6379'],
])('a wrong %s is named, and what would be right', async (name, value, right) => {
  const fault = await thrown(() => readConfig({}, { [name]: value }));
  expect(outageText(fault, texts)).toBe(`Diese Einstellung stimmt nicht: ${name} (${right})\n`);
});

test('several wrong settings are named at once', async () => {
  const fault = await thrown(() => readConfig({}, { MITWERK_PORT: 'abc', MITWERK_TRUST_PROXY: 'maybe' }));
  expect(outageText(fault, serverTexts('en'))).toBe(
    'This setting is wrong: MITWERK_PORT (0 to 65535), MITWERK_TRUST_PROXY (true or false)\n',
  );
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
