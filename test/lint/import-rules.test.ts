import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const BIOME = join(
  dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')),
  'bin/biome',
);

/** One forbidden import for every arrow that must not be drawn; the file exists only in this test. */
const FORBIDDEN = [
  ['shared/planted.ts', '../server/domain/board.ts'],
  ['shared/planted.ts', 'node:fs'],
  ['client/follower/planted.ts', '../../server/domain/board.ts'],
  ['client/follower/planted.ts', '../../shared/commands.ts'],
  ['client/follower/planted.ts', '../studio/place.ts'],
  ['client/outcome/planted.ts', '../follower/texts.ts'],
  ['client/stage/planted.ts', '../outcome/main.ts'],
  ['client/stage/planted.ts', 'socket.io-client'],
  ['client/ui/planted.ts', '../follower/choice.ts'],
  ['server/domain/planted.ts', '../store/store.ts'],
  ['server/domain/planted.ts', '../ops/clock.ts'],
  ['server/domain/planted.ts', 'node:crypto'],
  ['server/store/planted.ts', '../live/room.ts'],
  ['server/live/planted.ts', '../net/answers.ts'],
  ['server/live/planted.ts', 'socket.io'],
  ['server/live/planted.ts', '../archive/pack.ts'],
  ['server/archive/planted.ts', '../live/room.ts'],
  ['server/access/planted.ts', '../web/web.ts'],
  ['server/net/planted.ts', '../web/web.ts'],
  ['server/net/fan-out/planted.ts', '../answers.ts'],
  ['server/net/fan-out/planted.ts', '../../domain/board.ts'],
  ['server/nodes/planted.ts', '../net/answers.ts'],
  ['server/live/planted.ts', '../nodes/signals.ts'],
  ['server/web/planted.ts', '../cli/parse.ts'],
  ['server/ops/planted.ts', '../store/store.ts'],
  ['server/cli/planted.ts', '../main.ts'],
  ['server/web/planted.ts', '../../test/support/phone.ts'],
] as const;

const ALLOWED = [
  ['client/stage/planted.ts', '../lib/link.ts'],
  ['server/domain/planted.ts', '../../shared/limits.ts'],
  ['server/store/planted.ts', '../domain/board.ts'],
  ['server/live/planted.ts', '../store/store.ts'],
  ['server/net/planted.ts', '../live/room.ts'],
  ['server/net/planted.ts', './fan-out/line.ts'],
  ['server/net/fan-out/planted.ts', '../../ops/clock.ts'],
  ['server/nodes/planted.ts', '../live/peers.ts'],
  ['server/web/planted.ts', '../access/maker.ts'],
  ['server/archive/planted.ts', '../store/store.ts'],
  ['server/web/planted.ts', '../archive/pack.ts'],
  ['server/cli/planted.ts', '../archive/pack.ts'],
] as const;

test('lint refuses every forbidden import, and none of the allowed ones', async () => {
  await using folder = await temporaryFolder();
  const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  writeFileSync(join(folder.path, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  const plant = (place: string, from: string, i: number) => {
    const file = place.replace('planted', `planted-${i}`);
    mkdirSync(dirname(join(folder.path, file)), { recursive: true });
    writeFileSync(join(folder.path, file), `import { planted } from '${from}';\nplanted();\n`);
    return file;
  };
  const forbidden = FORBIDDEN.map(([place, from], i) => plant(place, from, i));
  for (const [i, [place, from]] of ALLOWED.entries()) plant(place, from, 100 + i);

  expect(refusedFiles(folder.path)).toEqual(forbidden.toSorted());
});

/** Files in which the import rule found something. */
function refusedFiles(folder: string): string[] {
  const args = [BIOME, 'lint', '--reporter=json', '--max-diagnostics=none'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: unknown } }[];
  };
  const refused = diagnostics
    .filter(({ category }) => category === 'lint/style/noRestrictedImports')
    .map(({ location }) => String(location.path));
  return [...new Set(refused)].sort();
}
