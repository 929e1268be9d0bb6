import type { Logged } from '../domain/log.ts';
import { recountRun } from './sqlite-ballots.ts';
import { boardRows } from './sqlite-board-rows.ts';
import { type Database, snapshot, transaction } from './sqlite-driver.ts';
import type { KeptBallot, Store, StoredRun, WholeBoard } from './store.ts';
import { choiceText, readChoice } from './stored-choice.ts';

type Wholes = Pick<Store, 'readWhole' | 'restoreBoard'>;

export function sqliteRestore(db: Database): Wholes {
  const readBoard = db.prepare('select board from boards where id = ?');
  const readLog = db.prepare('select seq, at, change from changes where board_id = ? order by seq');
  const readRuns = db.prepare(
    `select key, round_id as roundId, runs.run, version, ballots from runs join rounds on rounds.id = round_id
     where board_id = ? and version > 0 order by round_id, runs.run`,
  );
  const readCounts = db.prepare(
    'select entry, votes from counts where run_key = ? and votes > 0 order by entry',
  );
  const readCast = db.prepare(
    'select participant, rev, cast_at as castAt, entries as choice from ballots where run_key = ? order by participant',
  );
  const isHere = db.prepare('select 1 from boards where id = ?');
  const addBoard = db.prepare('insert into boards values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing');
  const addLog = db.prepare('insert into changes values (?, ?, ?, ?)');
  const addRound = db.prepare(
    'insert into rounds (id, board_id, status, run, closes_at, rule) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  const addRun = db.prepare('insert into runs (round_id, run, version) values (?, ?, ?) returning key');
  const addBallot = db.prepare('insert into ballots values (?, ?, ?, ?, ?)');
  const rows = boardRows(db);

  const readRun = ({ key, roundId, run, version, ballots }: RunRow): StoredRun => {
    const counts = readCounts.all(key) as { entry: string; votes: number }[];
    const cast = readCast.all(key) as (Omit<KeptBallot, 'entries' | 'points'> & { choice: string })[];
    return {
      roundId,
      run,
      tally: { version, ballots, counts: new Map(counts.map(({ entry, votes }) => [entry, votes])) },
      cast: cast.map(({ choice, ...ballot }) => ({ ...ballot, ...readChoice(choice) })),
    };
  };

  /** [T1] The counters are counted, not believed. */
  const writeRun = ({ roundId, run, tally, cast }: StoredRun) => {
    const { key } = addRun.get(roundId, run, tally.version - 1) as { key: number };
    for (const { participant, rev, castAt, ...choice } of cast) {
      addBallot.run(key, participant, rev, castAt, choiceText(choice));
    }
    recountRun(db, roundId, run);
  };

  const write = ({ board, log, runs }: WholeBoard): 'restored' | 'exists' | 'taken' => {
    const { id, slug, joinCode, stageToken, seq, createdAt } = board;
    if (isHere.get(id)) return 'exists';
    if (addBoard.run(id, slug, joinCode, stageToken, seq, createdAt, rows.jsonOf(board)).changes === 0)
      return 'taken';
    for (const { id: roundId, status, run, closesAt, rule } of board.rounds) {
      // A round of another board stays where it is.
      const { changes } = addRound.run(roundId, id, status, run, closesAt, JSON.stringify(rule));
      if (changes === 0) throw new RoundTaken();
    }
    rows.add(board);
    for (const { seq: at, at: time, change } of log) addLog.run(id, at, time, JSON.stringify(change));
    for (const run of runs) writeRun(run);
    return 'restored';
  };

  return {
    async readWhole(boardId) {
      return snapshot(db, () => {
        const row = readBoard.get(boardId) as { board: string } | undefined;
        if (!row) return null;
        const log = readLog.all(boardId) as { seq: number; at: number; change: string }[];
        return {
          board: rows.boardOf(row.board),
          log: log.map(({ seq, at, change }) => ({ seq, at, change: JSON.parse(change) as Logged })),
          runs: (readRuns.all(boardId) as RunRow[]).map(readRun),
        };
      });
    },
    async restoreBoard(whole) {
      try {
        return transaction(db, () => write(whole));
      } catch (fault) {
        if (fault instanceof RoundTaken) return 'exists';
        throw fault;
      }
    },
  };
}

interface RunRow {
  readonly key: number;
  readonly roundId: string;
  readonly run: number;
  readonly version: number;
  readonly ballots: number;
}

/** Thrown, because what was written before it must be taken back. */
class RoundTaken extends Error {}
