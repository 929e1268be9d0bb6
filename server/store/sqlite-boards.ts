import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import { forLog, type Logged } from '../domain/log.ts';
import { boardRows } from './sqlite-board-rows.ts';
import { type Database, snapshot, transaction } from './sqlite-driver.ts';
import { sqliteTraces } from './sqlite-traces.ts';
import type { BoardKey, Store } from './store.ts';

type Boards = Pick<
  Store,
  'listBoards' | 'readBoard' | 'findBoard' | 'createBoard' | 'commit' | 'removeBoard' | 'readLog'
>;

export function sqliteBoards(db: Database): Boards {
  const list = db.prepare('select board from boards order by created_at desc, rowid desc');
  const read = db.prepare('select board from boards where id = ?');
  const find = {
    slug: db.prepare('select id from boards where slug = ?'),
    joinCode: db.prepare('select id from boards where join_code = ?'),
    stageToken: db.prepare('select id from boards where stage_token = ?'),
  };
  const insert = db.prepare('insert into boards values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing');
  const update = db.prepare(
    'update boards set slug = ?, join_code = ?, stage_token = ?, seq = ?, board = ? where id = ? and seq = ? - 1',
  );
  const remove = db.prepare('delete from boards where id = ?');
  const log = db.prepare('insert into changes values (?, ?, ?, ?)');
  const readLog = db.prepare('select seq, at, change from changes where board_id = ? order by seq');
  const putRound = db.prepare(
    `insert into rounds (id, board_id, status, run, closes_at, rule) values (?, ?, ?, ?, ?, ?) on conflict do update
     set status = excluded.status, run = excluded.run, closes_at = excluded.closes_at, rule = excluded.rule`,
  );
  const removeRound = db.prepare('delete from rounds where id = ?');
  const hasBallots = db.prepare(
    `select 1 from runs join rounds on rounds.id = runs.round_id and rounds.run = runs.run
     where rounds.id = ? and ballots > 0`,
  );

  const rows = boardRows(db);
  const traces = sqliteTraces(db);

  const append = (board: Board, change: Change, at: number) => {
    for (const { id, status, run, closesAt, rule } of board.rounds) {
      putRound.run(id, board.id, status, run, closesAt, JSON.stringify(rule));
    }
    log.run(board.id, board.seq, at, JSON.stringify(forLog(change)));
  };
  const boardOf = (row: unknown) => rows.boardOf((row as { board: string }).board);

  return {
    async listBoards() {
      return snapshot(db, () => list.all().map(boardOf));
    },
    async readBoard(boardId) {
      return snapshot(db, () => {
        const row = read.get(boardId);
        return row ? boardOf(row) : null;
      });
    },
    async findBoard(by) {
      const [key, value] = keyOf(by);
      return (find[key].get(value) as { id: string } | undefined)?.id ?? null;
    },
    async createBoard(board) {
      const { id, slug, joinCode, stageToken, seq, createdAt } = board;
      return transaction(db, () => {
        const row = [id, slug, joinCode, stageToken, seq, createdAt, rows.jsonOf(board)] as const;
        if (insert.run(...row).changes === 0) return 'taken';
        append(board, { kind: 'board-created' }, createdAt);
        rows.add(board);
        return 'created';
      });
    },
    async commit(board, change, at) {
      const { id, slug, joinCode, stageToken, seq } = board;
      const isCommitted = transaction(db, () => {
        if (change.kind === 'round-unopened' && hasBallots.get(change.roundId)) return false;
        const row = [slug, joinCode, stageToken, seq, rows.jsonOf(board), id, seq] as const;
        if (update.run(...row).changes === 0) return false;
        if (change.kind === 'round-removed') removeRound.run(change.roundId);
        append(board, change, at);
        rows.write(board, change);
        return true;
      });
      if (isCommitted) traces.wipeAfter(change);
      return isCommitted;
    },
    async removeBoard(boardId) {
      const { changes } = transaction(db, () => remove.run(boardId));
      if (changes !== 0) traces.wipe();
    },
    async readLog(boardId) {
      const rows = readLog.all(boardId) as { seq: number; at: number; change: string }[];
      return rows.map(({ seq, at, change }) => ({ seq, at, change: JSON.parse(change) as Logged }));
    },
  };
}

function keyOf(by: BoardKey): ['slug' | 'joinCode' | 'stageToken', string] {
  if ('slug' in by) return ['slug', by.slug];
  return 'joinCode' in by ? ['joinCode', by.joinCode] : ['stageToken', by.stageToken];
}
