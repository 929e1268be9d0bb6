import { type Database, openDatabase } from './sqlite-driver.ts';

/** [S4] Another server works on this folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly folder: string;
  /** Process id and start of the server that holds the folder. */
  readonly pid: number;
  readonly since: number;

  constructor(folder: string, holder: { readonly pid: number; readonly since: number }) {
    super(`${folder} is in use by process ${holder.pid} since ${new Date(holder.since).toISOString()}`);
    this.folder = folder;
    this.pid = holder.pid;
    this.since = holder.since;
  }
}

/** A connection that nobody refers to is closed when memory is cleaned up, and its lock with it. */
const held = new Set<Database>();

/**
 * Holds the folder until the returned function is called or the process ends, however it ends: the lock is a write
 * transaction in a file of its own, so the operating system lets go of it. A pid file would outlive `kill -9`, and
 * pids come back. Others can still read from that file who holds it.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const db = await openDatabase(`${folder}/server.lock`);
  try {
    begin(db);
    db.exec('create table if not exists holder (pid integer not null, since integer not null) strict');
    db.exec('delete from holder');
    db.prepare('insert into holder values (?, ?)').run(process.pid, Math.round(performance.timeOrigin));
    db.exec('commit');
    begin(db);
    held.add(db);
    return () => release(db);
  } catch (fault) {
    const holder = isBusy(fault) ? readHolder(db) : undefined;
    db.close();
    throw holder ? new FolderInUse(folder, holder) : fault;
  }
}

function begin(db: Database): void {
  db.exec('begin immediate');
}

function readHolder(db: Database): { pid: number; since: number } | undefined {
  return db.prepare('select pid, since from holder').get() as { pid: number; since: number } | undefined;
}

function isBusy(fault: unknown): boolean {
  return fault instanceof Error && /database is locked/.test(fault.message);
}

/** Closing alone leaves the lock to the garbage collector: it waits for the statements. */
function release(db: Database): void {
  db.exec('rollback');
  db.close();
  held.delete(db);
}
