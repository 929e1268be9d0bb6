import type { BallotRule, OwnBallot } from '../../shared/board-view.ts';
import { runRefuses } from '../domain/ballot.ts';
import { type Choice, contributions } from '../domain/count.ts';
import type { Round } from '../domain/round.ts';
import { NO_BALLOTS, type StoredTally } from '../domain/tally.ts';
import { replaceAll, type Standing } from './replace-ballots.ts';
import { type Database, snapshot, transaction } from './sqlite-driver.ts';
import type { Store } from './store.ts';
import { readChoice, WITHDRAWN } from './stored-choice.ts';

type Ballots = Pick<Store, 'castBallots' | 'readTally' | 'recount' | 'readBallots'>;

interface Run {
  readonly key: number;
  readonly version: number;
  readonly ballots: number;
}

interface CountingRow {
  readonly rule: string;
  readonly merged: string;
}

export function sqliteBallots(db: Database): Ballots {
  const readRound = db.prepare(
    'select status, run, closes_at as closesAt, rule, merged from rounds where id = ? and board_id = ?',
  );
  const addRun = db.prepare('insert into runs (round_id, run) values (?, ?) on conflict do nothing');
  const readRun = db.prepare('select key, version, ballots from runs where round_id = ? and run = ?');
  const writeRun = db.prepare('update runs set version = ?, ballots = ? where key = ?');
  const readStanding = db.prepare(
    'select rev, entries as choice from ballots where run_key = ? and participant = ?',
  );
  const writeBallot = db.prepare(
    `insert into ballots values (?, ?, ?, ?, ?) on conflict do update
     set rev = excluded.rev, cast_at = excluded.cast_at, entries = excluded.entries`,
  );
  const moveCount = db.prepare(
    'insert into counts values (?, ?, ?) on conflict do update set votes = votes + excluded.votes',
  );
  const readCounts = db.prepare('select entry, votes from counts where run_key = ? and votes > 0');
  const readOwn = db.prepare(
    `select round_id as roundId, runs.run, rev, entries as choice
     from rounds join runs on round_id = rounds.id join ballots on run_key = key
     where board_id = ? and participant = ? order by round_id, runs.run`,
  );
  const countAnew = recounting(db);

  const runOf = (roundId: string, run: number) => readRun.get(roundId, run) as Run | undefined;

  return {
    async castBallots(batch) {
      const { boardId, roundId, run, now } = batch;
      return transaction(db, () => {
        const round = readRound.get(roundId, boardId) as
          (Pick<Round, 'status' | 'run' | 'closesAt'> & CountingRow) | undefined;
        const code = round ? runRefuses(round, run, now) : 'not_found';
        if (!round || code) return { ok: false, code: code ?? 'not_found' };

        addRun.run(roundId, run);
        const { key, ...head } = runOf(roundId, run) as Run;
        const read = (participant: string) => readStanding.get(key, participant) as Standing | undefined;
        const { answers, replaced, moved, ballots } = replaceAll(batch, countingOf(round), read);
        for (const [participant, { rev, choice }] of replaced) {
          writeBallot.run(key, participant, rev, now, choice);
        }
        for (const [counter, by] of moved) moveCount.run(key, counter, by);

        const version = head.version + (ballots !== 0 || moved.size > 0 ? 1 : 0);
        const tally = { version, ballots: head.ballots + ballots, counts: countsOf(readCounts.all(key)) };
        if (version > head.version) writeRun.run(version, tally.ballots, key);
        return { ok: true, tally, answers };
      });
    },
    async readTally(roundId, run) {
      return snapshot(db, () => {
        const found = runOf(roundId, run);
        if (!found) return NO_BALLOTS;
        const { key, version, ballots } = found;
        return { version, ballots, counts: countsOf(readCounts.all(key)) };
      });
    },
    async recount(roundId, run) {
      return snapshot(db, () => {
        const found = runOf(roundId, run);
        return found ? { version: found.version, ...countAnew(roundId, found.key) } : NO_BALLOTS;
      });
    },
    async readBallots(boardId, participant) {
      const rows = readOwn.all(boardId, participant) as (Omit<OwnBallot, 'entries'> & { choice: string })[];
      return rows.map(({ choice, ...ballot }) => ({ ...ballot, ...readChoice(choice) }));
    },
  };
}

/**
 * [M4] Counts a run anew by what is merged now and raises its version; in the transaction of whoever changed that.
 * Merging concerns every run of a round: an earlier one is shown again when the opening of a later one is taken back.
 */
export function recountRun(db: Database, roundId: string, run: number): void {
  const found = db.prepare('select key from runs where round_id = ? and run = ?').get(roundId, run);
  if (!found) return;
  const { key } = found as { key: number };
  const { ballots, counts } = recounting(db)(roundId, key);
  db.prepare('delete from counts where run_key = ?').run(key);
  const put = db.prepare('insert into counts values (?, ?, ?)');
  for (const [counter, count] of counts) put.run(key, counter, count);
  db.prepare('update runs set version = version + 1, ballots = ? where key = ?').run(ballots, key);
}

/** [T1] From the ballots alone; equal ones are counted once and multiplied. */
function recounting(db: Database): (roundId: string, runKey: number) => Omit<StoredTally, 'version'> {
  const readRound = db.prepare('select rule, merged from rounds where id = ?');
  const readBallots = db.prepare(
    'select entries as choice, count(*) as times from ballots where run_key = ? and entries != ? group by entries',
  );
  return (roundId, runKey) => {
    const count = countingOf(readRound.get(roundId) as CountingRow);
    const rows = readBallots.all(runKey, WITHDRAWN) as { choice: string; times: number }[];
    const counts = new Map<string, number>();
    let ballots = 0;
    for (const { choice, times } of rows) {
      ballots += times;
      for (const [key, part] of count(readChoice(choice)))
        counts.set(key, (counts.get(key) ?? 0) + times * part);
    }
    return { ballots, counts };
  };
}

function countingOf(row: CountingRow): (choice: Choice) => ReadonlyMap<string, number> {
  const rule = JSON.parse(row.rule) as BallotRule;
  const merged = new Map(Object.entries(JSON.parse(row.merged) as Record<string, string>));
  return (choice) => contributions(rule, choice, merged);
}

function countsOf(rows: unknown[]): StoredTally['counts'] {
  return new Map((rows as { entry: string; votes: number }[]).map(({ entry, votes }) => [entry, votes]));
}
