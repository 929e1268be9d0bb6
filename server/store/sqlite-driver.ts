/** The part of the `DatabaseSync` API in use. Whoever holds a statement must hold its database too: a collected one crashes. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

export interface Statement {
  run(...values: SqlValue[]): { readonly changes: number | bigint };
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

export type SqlValue = string | number | null;

type OpenDatabase = new (path: string) => Database;

/** Before 3.51.3 a WAL file with several connections can lose commits (the WAL-reset bug). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** Opens a database file: with Node's own SQLite where it is stable and new enough, else with the package's. */
export async function openDatabase(path: string): Promise<Database> {
  const DatabaseSync = await driver();
  const db = new DatabaseSync(path);
  const { version } = db.prepare('select sqlite_version() as version').get() as { version: string };
  if (isNewEnough(version)) return db;
  db.close();
  throw new Error(`SQLite ${version} can lose commits: ${OLDEST_SQLITE.join('.')} or newer is needed`);
}

export function isNewEnough(version: string): boolean {
  const parts = version.split('.').map(Number);
  const at = OLDEST_SQLITE.findIndex((needed, index) => parts[index] !== needed);
  return at === -1 || (parts[at] ?? 0) > (OLDEST_SQLITE[at] ?? 0);
}

/** Runs all of it or nothing of it; takes the write lock at once, because halfway it could be refused. */
export function transaction<T>(db: Database, run: () => T): T {
  return between(db, 'begin immediate', run);
}

/** Several readings of one moment, also while another process writes. */
export function snapshot<T>(db: Database, run: () => T): T {
  return between(db, 'begin', run);
}

function between<T>(db: Database, begin: string, run: () => T): T {
  db.exec(begin);
  try {
    const result = run();
    db.exec('commit');
    return result;
  } catch (fault) {
    rollback(db);
    throw fault;
  }
}

function rollback(db: Database): void {
  try {
    db.exec('rollback');
  } catch {
    // A full disk ends the transaction by itself; the first fault is the one to tell.
  }
}

async function driver(): Promise<OpenDatabase> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24 && isNewEnough(process.versions.sqlite ?? '0')) {
    return (process.getBuiltinModule('node:sqlite') as unknown as { DatabaseSync: OpenDatabase })
      .DatabaseSync;
  }
  return (await import('@photostructure/sqlite')).DatabaseSync;
}
