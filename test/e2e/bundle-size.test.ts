import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const CLIENT = join(import.meta.dirname, '../../dist/client');
/** Bytes of gzipped JavaScript between opening the link and the first vote. */
const BUDGET = 60 * 1024;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

test("the follower's page needs at most 60 KB of gzipped JavaScript", () => {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(CLIENT, 'manifest.json'), 'utf8'));
  const sizes = [...filesOf('follower/main.ts', manifest)].map((file) => {
    return [file, gzipSync(readFileSync(join(CLIENT, file)), { level: 9 }).length] as const;
  });
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(total, sizes.map(([file, size]) => `${file} ${size}`).join('\n')).toBeLessThanOrEqual(BUDGET);
  // Svelte and Socket.IO alone are more than this: less means that something was not counted.
  expect(total).toBeGreaterThan(15 * 1024);
});

/** The entry and all it imports before anything is shown. */
function filesOf(entry: string, manifest: Record<string, Chunk>, found = new Set<string>()): Set<string> {
  const chunk = manifest[entry];
  if (chunk === undefined) throw new Error(`${entry} is not in the manifest.`);
  if (!found.has(chunk.file)) {
    found.add(chunk.file);
    for (const imported of chunk.imports ?? []) filesOf(imported, manifest, found);
  }
  return found;
}
