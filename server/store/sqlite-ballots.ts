import type { OwnBallot } from '../../shared/board-view.ts';
import { runRefuses } from '../domain/ballot.ts';
import type { Round } from '../domain/round.ts';
import { NO_BALLOTS, type StoredTally } from '../domain/tally.ts';
import { replaceAll, type Standing } from './replace-ballots.ts';
import { type Database, transaction } from './sqlite-driver.ts';
import type { Store } from './store.ts';

type Ballots = Pick<Store, 'castBallots' | 'readTally' | 'recount' | 'readBallots'>;

export function sqliteBallots(db: Database): Ballots {
  const readRound = db.prepare(
    'select status, run, closes_at as closesAt from rounds where id = ? and board_id = ?',
  );
  const readStanding = db.prepare(
    'select rev, entries from ballots where round_id = ? and run = ? and participant = ?',
  );
  const putBallot = db.prepare(
    `insert into ballots values (?, ?, ?, ?, ?, ?) on conflict do update
     set rev = excluded.rev, cast_at = excluded.cast_at, entries = excluded.entries`,
  );
  const moveRun = db.prepare(
    `insert into runs values (?, ?, ?, ?) on conflict do update
     set version = version + excluded.version, ballots = ballots + excluded.ballots`,
  );
  const moveCount = db.prepare(
    'insert into counts values (?, ?, ?, ?) on conflict do update set votes = votes + excluded.votes',
  );
  const readRun = db.prepare('select version, ballots from runs where round_id = ? and run = ?');
  const readCounts = db.prepare(
    'select entry, votes from counts where round_id = ? and run = ? and votes > 0',
  );
  const recountBallots = db.prepare('select count(*) as ballots from ballots where round_id = ? and run = ?');
  const recountEntries = db.prepare(
    `select value as entry, count(*) as votes from ballots, json_each(entries)
     where round_id = ? and run = ? group by value`,
  );
  const readOwn = db.prepare(
    `select ballots.round_id as roundId, ballots.run, rev, entries
     from rounds join runs on runs.round_id = rounds.id
     join ballots on ballots.round_id = runs.round_id and ballots.run = runs.run
     where board_id = ? and participant = ? order by ballots.round_id, ballots.run`,
  );

  const tallyOf = (roundId: string, run: number): StoredTally => {
    const head = readRun.get(roundId, run) as Pick<StoredTally, 'version' | 'ballots'> | undefined;
    return head ? { ...head, counts: countsOf(readCounts.all(roundId, run)) } : NO_BALLOTS;
  };

  return {
    async castBallots({ boardId, roundId, run, now, ballots }) {
      return transaction(db, () => {
        const round = readRound.get(roundId, boardId) as
          Pick<Round, 'status' | 'run' | 'closesAt'> | undefined;
        const code = round ? runRefuses(round, run, now) : 'not_found';
        if (code) return { ok: false, code };

        const { answers, replaced, moved, firsts } = replaceAll(roundId, run, ballots, (participant) => {
          return readStanding.get(roundId, run, participant) as Standing | undefined;
        });
        if (replaced.size > 0) moveRun.run(roundId, run, firsts > 0 || moved.size > 0 ? 1 : 0, firsts);
        for (const [participant, { rev, entries }] of replaced) {
          putBallot.run(roundId, run, participant, rev, now, entries);
        }
        for (const [entry, by] of moved) moveCount.run(roundId, run, entry, by);
        return { ok: true, tally: tallyOf(roundId, run), answers };
      });
    },
    async readTally(roundId, run) {
      return tallyOf(roundId, run);
    },
    async recount(roundId, run) {
      const { ballots } = recountBallots.get(roundId, run) as { ballots: number };
      const { version } = tallyOf(roundId, run);
      return { version, ballots, counts: countsOf(recountEntries.all(roundId, run)) };
    },
    async readBallots(boardId, participant) {
      const rows = readOwn.all(boardId, participant) as (Omit<OwnBallot, 'entries'> & { entries: string })[];
      return rows.map((row) => ({ ...row, entries: JSON.parse(row.entries) as string[] }));
    },
  };
}

function countsOf(rows: unknown[]): ReadonlyMap<string, number> {
  return new Map((rows as { entry: string; votes: number }[]).map(({ entry, votes }) => [entry, votes]));
}
