import { expect, test } from 'vitest';
import { faultText } from '../../server/cli/faults.ts';
import { parseCli } from '../../server/cli/parse.ts';
import { serverTexts } from '../../server/web/texts.ts';

const flags = { open: false, demo: false, dev: false };

test('without a word it starts', () => {
  expect(parseCli([])).toEqual({ kind: 'start', flags });
  expect(parseCli(['start', '--demo'])).toEqual({ kind: 'start', flags: { ...flags, demo: true } });
});

test('every flag of start', () => {
  const line = '--port 80 --host ::1 --data /d --public-url https://b.example/ --trust-proxy --open';
  expect(parseCli(line.split(' '))).toEqual({
    kind: 'start',
    flags: {
      ...flags,
      port: 80,
      host: '::1',
      folder: '/d',
      publicUrl: 'https://b.example',
      trustProxy: true,
      open: true,
    },
  });
});

test('the other commands', () => {
  expect(parseCli(['reset-maker', '--data', '/d'])).toEqual({ kind: 'reset-maker', folder: '/d' });
  expect(parseCli(['doctor'])).toEqual({ kind: 'doctor' });
  expect(parseCli(['doctor', '--help'])).toEqual({ kind: 'help' });
  expect(parseCli(['-v'])).toEqual({ kind: 'version' });
  expect(parseCli(['export', 'nachttisch'])).toEqual({ kind: 'export', slug: 'nachttisch' });
  expect(parseCli(['export', 'nachttisch', 'a.zip', '--data', '/d'])).toEqual({
    kind: 'export',
    slug: 'nachttisch',
    file: 'a.zip',
    folder: '/d',
  });
  expect(parseCli(['restore', 'a.zip'])).toEqual({ kind: 'restore', file: 'a.zip' });
  expect(parseCli(['backup'])).toEqual({ kind: 'backup' });
  expect(parseCli(['backup', 'copy', '--data', '/d'])).toEqual({ kind: 'backup', to: 'copy', folder: '/d' });
});

test.each([
  [['reset-maker'], { kind: 'reset-maker' }],
  [['doctor'], { kind: 'doctor' }],
  [['export', 'nachttisch'], { kind: 'export', slug: 'nachttisch' }],
  [['restore', 'a.zip'], { kind: 'restore', file: 'a.zip' }],
  [['backup'], { kind: 'backup' }],
])('%j --demo is about what the demo keeps', (line, command) => {
  expect(parseCli([...line, '--demo'])).toEqual({ ...command, demo: true });
});

test.each([
  [['--frob'], 'Die Angabe --frob kenne ich nicht.'],
  [['-x'], 'Die Angabe -x kenne ich nicht.'],
  [['--constructor'], 'Die Angabe --constructor kenne ich nicht.'],
  [['dance'], '„dance“ kenne ich nicht.'],
  [['start', 'twice'], '„twice“ kenne ich nicht.'],
  [['constructor'], '„constructor“ kenne ich nicht.'],
  [['export'], 'Welches Board? Sein Name steht im Link hinter /b/: mitwerk export BOARD'],
  [['export', 'a', 'b', 'c'], '„c“ kenne ich nicht.'],
  [['restore'], 'Welche Datei? mitwerk restore DATEI.zip'],
  [['backup', 'a', 'b'], '„b“ kenne ich nicht.'],
  [['--port'], 'Zu --port fehlt der Wert.'],
  [['--data', '--demo'], 'Zu --data fehlt der Wert.'],
  [['--port', '65536'], '„65536“ ist kein Port. Ports gehen von 0 bis 65535.'],
  [['--demo=yes'], '--demo steht allein, ohne Wert.'],
  [['--public-url', 'board'], '„board“ ist keine Adresse wie https://board.example.'],
  [
    ['--public-url', 'https://b.example/path'],
    '„https://b.example/path“ ist keine Adresse wie https://board.example.',
  ],
])('%j gets a clear sentence', (line, sentence) => {
  const command = parseCli(line);
  expect(command.kind === 'wrong' && faultText(command.fault, serverTexts('de'))).toBe(
    `${sentence}\nAlle Befehle zeigt --help.\n`,
  );
});
