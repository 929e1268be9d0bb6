import type { Change } from '../domain/change.ts';
import type { Database } from './sqlite-driver.ts';

/**
 * [C2] [I6] [M5] What was erased stands on in the write-ahead log, until that is written back and cut off; in the pages
 * it is overwritten at once (`secure_delete`).
 */
export function sqliteTraces(db: Database): { wipe(): void; wipeAfter(change: Change): void } {
  const checkpoint = db.prepare('pragma wal_checkpoint(truncate)');
  // True at first: a killed server may have left something behind.
  let owed = true;

  const wipe = () => {
    // Somebody may be reading, e.g. a backup: ballots do not wait for that, the next commit tries again.
    db.exec('pragma busy_timeout = 0');
    try {
      const { busy } = checkpoint.get() as { busy: number };
      owed = busy !== 0;
    } catch {
      // A full disk, say. The commit stands all the same: told as failed, the board in memory would stay behind for ever.
      owed = true;
    }
    db.exec(`pragma busy_timeout = ${BUSY_MS}`);
  };

  return {
    wipe,
    wipeAfter(change) {
      if (owed || erases(change)) wipe();
    },
  };
}

/** How long a command waits for another process to finish writing. */
export const BUSY_MS = 5_000;

function erases(change: Change): boolean {
  switch (change.kind) {
    case 'ideas-changed':
      return change.act === 'erased' || change.act === 'buried';
    case 'credit-given':
      return change.replaces;
    case 'credit-withdrawn':
    case 'round-removed':
      return true;
    default:
      return false;
  }
}
