import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** [S5] Removes copies from before a migration that are older than 30 days: what was erased since stands in them. */
export async function removeOldCopies(folder: string, now = Date.now()): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^mitwerk\.db\.before-v\d+(\.half)?$/.test(name)) continue;
    const path = join(folder, name);
    if (now - (await stat(path)).mtimeMs > KEPT_MS) await rm(path);
  }
}

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
