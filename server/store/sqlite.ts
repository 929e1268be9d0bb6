import { mkdir } from 'node:fs/promises';
import { sqliteBallots } from './sqlite-ballots.ts';
import { sqliteBoards } from './sqlite-boards.ts';
import { removeOldCopies } from './sqlite-copies.ts';
import { type Database, openDatabase } from './sqlite-driver.ts';
import { lockFolder } from './sqlite-lock.ts';
import { sqliteMakers } from './sqlite-makers.ts';
import { sqliteRestore } from './sqlite-restore.ts';
import { MIGRATIONS, migrate, schemaVersion } from './sqlite-schema.ts';
import { BUSY_MS } from './sqlite-traces.ts';
import type { Store } from './store.ts';

export interface SqliteOptions {
  /** A server holds the folder; a command that works beside a running one does not. */
  readonly lock: boolean;
  readonly migrations?: readonly string[];
}

/**
 * [S4] [S5] The store in `<folder>/mitwerk.db`; the folder is made if need be. Rejects with FolderInUse if a server
 * holds the folder and this one would hold it too, or would have to migrate the file under it.
 */
export async function openSqliteStore(folder: string, options: SqliteOptions): Promise<Store> {
  // It holds the key that signs participants: nobody else on the machine reads it.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = options.lock ? await lockFolder(folder) : () => {};
  try {
    if (options.lock) await removeOldCopies(folder);
    return storeIn(await openFile(folder, options), unlock);
  } catch (fault) {
    unlock();
    throw fault;
  }
}

async function openFile(folder: string, { lock, migrations = MIGRATIONS }: SqliteOptions): Promise<Database> {
  const path = `${folder}/mitwerk.db`;
  const db = await openDatabase(path);
  try {
    db.exec(`pragma busy_timeout = ${BUSY_MS}; pragma journal_mode = wal; pragma synchronous = full`);
    db.exec('pragma foreign_keys = on; pragma wal_autocheckpoint = 4000; pragma cache_size = -32000');
    db.exec('pragma secure_delete = on');
    if (schemaVersion(db) === migrations.length) return db;
    const unlock = lock ? () => {} : await lockFolder(folder);
    await migrate(db, path, migrations).finally(unlock);
    return db;
  } catch (fault) {
    db.close();
    throw fault;
  }
}

function storeIn(db: Database, unlock: () => void): Store {
  let isOpen = true;
  return {
    ...sqliteBoards(db),
    ...sqliteBallots(db),
    ...sqliteMakers(db),
    ...sqliteRestore(db),
    async [Symbol.asyncDispose]() {
      if (!isOpen) return;
      isOpen = false;
      // The folder is whole in one file then; closing leaves that to the garbage collector, which may come too late.
      db.exec('pragma wal_checkpoint(truncate)');
      db.close();
      unlock();
    },
  };
}
