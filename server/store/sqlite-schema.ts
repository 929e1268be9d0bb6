import { rename, rm } from 'node:fs/promises';
import type { Database } from './sqlite-driver.ts';
import { transaction } from './sqlite-driver.ts';

/**
 * Step n leads from `user_version` n to n + 1. Steps that were released never change.
 * `boards.board` is the whole structure as JSON; `rounds` repeats what castBallots has to check.
 * `runs.key` keeps the rows of ballots short: a third more of them fit into a second.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table boards (
    id text primary key,
    slug text not null unique,
    join_code text not null unique,
    stage_token text not null unique,
    seq integer not null,
    created_at integer not null,
    board text not null
  ) strict;
  create table changes (
    board_id text not null references boards (id) on delete cascade,
    seq integer not null,
    at integer not null,
    change text not null,
    primary key (board_id, seq)
  ) strict, without rowid;
  create table rounds (
    id text primary key,
    board_id text not null references boards (id) on delete cascade,
    status text not null,
    run integer not null,
    closes_at integer
  ) strict, without rowid;
  create index rounds_by_board on rounds (board_id);
  create table runs (
    key integer primary key,
    round_id text not null references rounds (id) on delete cascade,
    run integer not null,
    version integer not null default 0,
    ballots integer not null default 0,
    unique (round_id, run)
  ) strict;
  create table ballots (
    run_key integer not null references runs (key) on delete cascade,
    participant text not null,
    rev integer not null,
    cast_at integer not null,
    entries text not null,
    primary key (run_key, participant)
  ) strict, without rowid;
  create table counts (
    run_key integer not null references runs (key) on delete cascade,
    entry text not null,
    votes integer not null,
    primary key (run_key, entry)
  ) strict, without rowid;
  create table maker_links (hash text primary key, expires_at integer not null, redeemed_at integer) strict, without rowid;
  create table maker_sessions (hash text primary key, expires_at integer not null) strict, without rowid;
  create table settings (name text primary key, value text not null) strict, without rowid;
  `,
  // Ideas and names have rows of their own: a board with two thousand is not written anew for each. What castBallots
  // needs of a round grows by its rule, and by which ideas are merged into which (a JSON object, id → id).
  // `apart`: SQLite moves the first 1,002 bytes of such a row between pages and leaves copies behind. What lies further
  // back has a page to itself, which is zeroed when the row goes or changes (`secure_delete`): nothing erased stays.
  `
  create table ideas (
    board_id text not null references boards (id) on delete cascade,
    id text not null,
    round_id text not null references rounds (id) on delete cascade,
    place integer not null,
    apart blob not null default (zeroblob(1002)),
    idea text not null,
    primary key (board_id, id)
  ) strict, without rowid;
  create index ideas_by_round on ideas (round_id, place);
  create table credits (
    board_id text not null references boards (id) on delete cascade,
    id text not null,
    place integer not null,
    apart blob not null default (zeroblob(1002)),
    credit text not null,
    primary key (board_id, id)
  ) strict, without rowid;
  alter table rounds add column rule text not null default '{"kind":"approve"}';
  alter table rounds add column merged text not null default '{}';
  update rounds set rule = coalesce(
    (select json_extract(round.value, '$.rule') from boards, json_each(board, '$.rounds') as round
     where boards.id = rounds.board_id and json_extract(round.value, '$.id') = rounds.id),
    rule
  );
  update boards set board = json_set(board, '$.keptFrom', unixepoch() * 1000);
  `,
];

export function schemaVersion(db: Database): number {
  return (db.prepare('pragma user_version').get() as { user_version: number }).user_version;
}

/** [S5] Brings the file up to date, after a copy of what was there: `mitwerk.db.before-v2`. */
export async function migrate(db: Database, path: string, steps: readonly string[]): Promise<void> {
  const from = schemaVersion(db);
  if (from > steps.length) throw new Error(`${path} was written by a newer version of Mitwerk`);
  for (let version = from; version < steps.length; version++) {
    if (from > 0) await copy(db, `${path}.before-v${version + 1}`);
    transaction(db, () => {
      db.exec(steps[version] ?? '');
      db.exec(`pragma user_version = ${version + 1}`);
    });
  }
}

/** A half-written copy of a killed start never bears the name of a whole one. */
async function copy(db: Database, to: string): Promise<void> {
  const half = `${to}.half`;
  await rm(half, { force: true });
  db.prepare('vacuum into ?').run(half);
  await rename(half, to);
}
