import type { OwnBallot } from '../../shared/board-view.ts';
import { runRefuses } from '../domain/ballot.ts';
import type { Round } from '../domain/round.ts';
import { NO_BALLOTS, type StoredTally } from '../domain/tally.ts';
import { replaceAll, type Standing } from './replace-ballots.ts';
import { type Database, snapshot, transaction } from './sqlite-driver.ts';
import type { Store } from './store.ts';

type Ballots = Pick<Store, 'castBallots' | 'readTally' | 'recount' | 'readBallots'>;

interface Run {
  readonly key: number;
  readonly version: number;
  readonly ballots: number;
}

export function sqliteBallots(db: Database): Ballots {
  const readRound = db.prepare(
    'select status, run, closes_at as closesAt from rounds where id = ? and board_id = ?',
  );
  const addRun = db.prepare('insert into runs (round_id, run) values (?, ?) on conflict do nothing');
  const readRun = db.prepare('select key, version, ballots from runs where round_id = ? and run = ?');
  const writeRun = db.prepare('update runs set version = ?, ballots = ? where key = ?');
  const readStanding = db.prepare('select rev, entries from ballots where run_key = ? and participant = ?');
  const writeBallot = db.prepare(
    `insert into ballots values (?, ?, ?, ?, ?) on conflict do update
     set rev = excluded.rev, cast_at = excluded.cast_at, entries = excluded.entries`,
  );
  const moveCount = db.prepare(
    'insert into counts values (?, ?, ?) on conflict do update set votes = votes + excluded.votes',
  );
  const readCounts = db.prepare('select entry, votes from counts where run_key = ? and votes > 0');
  const recountBallots = db.prepare('select count(*) as ballots from ballots where run_key = ?');
  const recountEntries = db.prepare(
    `select value as entry, count(*) as votes from ballots, json_each(entries)
     where run_key = ? group by value`,
  );
  const readOwn = db.prepare(
    `select round_id as roundId, runs.run, rev, entries
     from rounds join runs on round_id = rounds.id join ballots on run_key = key
     where board_id = ? and participant = ? order by round_id, runs.run`,
  );

  const runOf = (roundId: string, run: number) => readRun.get(roundId, run) as Run | undefined;

  return {
    async castBallots({ boardId, roundId, run, now, ballots }) {
      return transaction(db, () => {
        const round = readRound.get(roundId, boardId) as
          Pick<Round, 'status' | 'run' | 'closesAt'> | undefined;
        const code = round ? runRefuses(round, run, now) : 'not_found';
        if (code) return { ok: false, code };

        addRun.run(roundId, run);
        const { key, ...head } = runOf(roundId, run) as Run;
        const read = (participant: string) => readStanding.get(key, participant) as Standing | undefined;
        const { answers, replaced, moved, firsts } = replaceAll(roundId, run, ballots, read);
        for (const [participant, { rev, entries }] of replaced) {
          writeBallot.run(key, participant, rev, now, entries);
        }
        for (const [entry, by] of moved) moveCount.run(key, entry, by);

        const version = head.version + (firsts > 0 || moved.size > 0 ? 1 : 0);
        const tally = { version, ballots: head.ballots + firsts, counts: countsOf(readCounts.all(key)) };
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
        if (!found) return NO_BALLOTS;
        const { key, version } = found;
        const { ballots } = recountBallots.get(key) as { ballots: number };
        return { version, ballots, counts: countsOf(recountEntries.all(key)) };
      });
    },
    async readBallots(boardId, participant) {
      const rows = readOwn.all(boardId, participant) as (Omit<OwnBallot, 'entries'> & { entries: string })[];
      return rows.map((row) => ({ ...row, entries: JSON.parse(row.entries) as string[] }));
    },
  };
}

function countsOf(rows: unknown[]): StoredTally['counts'] {
  return new Map((rows as { entry: string; votes: number }[]).map(({ entry, votes }) => [entry, votes]));
}
