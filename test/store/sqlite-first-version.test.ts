import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { logLine } from '../../server/domain/log.ts';
import { openRound } from '../../server/domain/run.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openDatabase } from '../../server/store/sqlite-driver.ts';
import { MIGRATIONS, schemaVersion } from '../../server/store/sqlite-schema.ts';
import type { BallotRule } from '../../shared/board-view.ts';
import { aBoardWith, decided } from '../support/boards.ts';
import { firstVersionOf } from '../support/first-version.ts';
import { cast, committed } from '../support/stored-boards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const rule: BallotRule = { kind: 'choose', min: 1, max: 2 };
const board = decided(aBoardWith(['oak', 'ash'], { rule }), (now) => openRound(now, 'legs', 2_000));

test('[S5] a file of the first version goes on: board, ballots, counts and log', async () => {
  await using folder = await temporaryFolder();
  await writeFirstVersion(folder.path, board);
  await using store = await openSqliteStore(folder.path, { lock: true });

  const stored = await store.readBoard('bedside');
  expect({ ...stored, keptFrom: board.keptFrom }).toEqual(board);
  // [E1] Its days begin with the update: nobody had been told of an end before.
  expect(stored?.keptFrom).toBeGreaterThan(board.keptFrom);
  expect(await store.listBoards()).toEqual([stored]);
  const log = (await store.readLog('bedside')).map(logLine);
  expect(log).toEqual([
    { seq: 1, at: 1_000, act: 'board-created' },
    { seq: 2, at: 1_500, act: 'drafts-added', roundId: 'legs' },
  ]);
  expect(await store.recount('legs', 1)).toEqual(await store.readTally('legs', 1));
  expect(await cast(store, [['ana', 2, 'ash']])).toMatchObject({
    ok: true,
    tally: { version: 2, ballots: 1, counts: new Map([['ash', 1]]) },
  });
});

test('[S5] the copy from before is one of the first version', async () => {
  await using folder = await temporaryFolder();
  await writeFirstVersion(folder.path, board);
  await using _store = await openSqliteStore(folder.path, { lock: true });
  const copy = await openDatabase(`${folder.path}/mitwerk.db.before-v2`);
  expect(schemaVersion(copy)).toBe(1);
  copy.close();
});

test('[S5] what castBallots reads of a round is filled in from the stored board', async () => {
  await using folder = await temporaryFolder();
  await writeFirstVersion(folder.path, board);
  await using store = await openSqliteStore(folder.path, { lock: true });
  const file = await openDatabase(`${folder.path}/mitwerk.db`);
  const read = () => file.prepare('select rule, merged from rounds').get();
  expect(read()).toEqual({ rule: JSON.stringify(rule), merged: '{}' });
  await committed(store, board, () => ({ ok: true, change: { kind: 'round-shown', roundId: null } }));
  expect(read()).toEqual({ rule: JSON.stringify(rule), merged: '{}' });
  file.close();
});

/** A ballot of ana for oak, and a log with the words of drafts. */
async function writeFirstVersion(folder: string, { id, seq, rounds, ...board }: Board): Promise<void> {
  const db = await openDatabase(`${folder}/mitwerk.db`);
  db.exec('pragma foreign_keys = on');
  db.exec(MIGRATIONS[0] ?? '');
  db.exec('pragma user_version = 1');
  const json = JSON.stringify(firstVersionOf({ id, seq, rounds, ...board }));
  const { slug, joinCode, stageToken, createdAt } = board;
  db.prepare('insert into boards values (?, ?, ?, ?, ?, ?, ?)').run(
    ...[id, slug, joinCode, stageToken, seq, createdAt, json],
  );
  for (const round of rounds) {
    const row = [round.id, id, round.status, round.run, round.closesAt];
    db.prepare('insert into rounds values (?, ?, ?, ?, ?)').run(...row);
  }
  const log = db.prepare('insert into changes values (?, ?, ?, ?)');
  log.run(id, 1, 1_000, JSON.stringify({ kind: 'board-created' }));
  log.run(
    id,
    2,
    1_500,
    JSON.stringify({ kind: 'drafts-added', roundId: 'legs', drafts: rounds[0]?.entries }),
  );
  db.exec("insert into runs (key, round_id, run, version, ballots) values (1, 'legs', 1, 1, 1)");
  db.exec("insert into counts values (1, 'oak', 1)");
  db.prepare('insert into ballots values (1, ?, 1, 2100, ?)').run('ana', JSON.stringify(['oak']));
  db.close();
}
