import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['server', 'client', 'shared'];

/** Builds the product if a source is newer than what was built, as `npm start` would. */
export function buildIfStale(): void {
  const built = writtenAt(join(ROOT, 'dist/server/main.js'));
  if (SOURCES.every((folder) => newestIn(join(ROOT, folder)) <= built)) return;
  process.stderr.write('Building …\n');
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The product could not be built.');
}

function newestIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, { parentPath, name }) => Math.max(newest, writtenAt(join(parentPath, name))), 0);
}

function writtenAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
