import { mkdir, rename, rm } from 'node:fs/promises';
import { openDatabase } from './sqlite-driver.ts';
import { BUSY_MS } from './sqlite-traces.ts';

/** A copy of a folder's database as it stands at one moment, also while a server writes; whole under its name or not there. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  // It holds the key that signs participants.
  await mkdir(to, { recursive: true, mode: 0o700 });
  const half = `${to}/mitwerk.db.half`;
  await rm(half, { force: true });
  const db = await openDatabase(`${from}/mitwerk.db`);
  try {
    db.exec(`pragma busy_timeout = ${BUSY_MS}`);
    db.prepare('vacuum into ?').run(half);
  } finally {
    db.close();
  }
  await rename(half, `${to}/mitwerk.db`);
}
