import type { Board } from '../domain/board.ts';
import type { StoredCredit } from '../domain/credit.ts';
import type { BesideBoard } from './sqlite-board-rows.ts';
import type { Database } from './sqlite-driver.ts';

/** Names have rows of their own: thousands may thank and be thanked while each change writes the board anew. */
export function sqliteCredits(db: Database): BesideBoard {
  const put = db.prepare(
    `insert into credits (board_id, id, place, credit)
     values (?1, ?2, (select 1 + coalesce(max(place), 0) from credits where board_id = ?1), ?3)
     on conflict do update set credit = excluded.credit`,
  );
  const remove = db.prepare('delete from credits where board_id = ? and id = ?');
  const read = db.prepare('select credit from credits where board_id = ? order by place');

  const putOne = ({ id }: Board, credit: StoredCredit) => put.run(id, credit.id, JSON.stringify(credit));

  return {
    without: (board) => ({ ...board, credits: [] }),
    add(board) {
      for (const credit of board.credits) putOne(board, credit);
    },
    write(board, change) {
      if (change.kind === 'credit-given') putOne(board, change.credit);
      if (change.kind === 'credit-withdrawn') remove.run(board.id, change.creditId);
    },
    join: (board) => ({ ...board, credits: read.all(board.id).map(creditOf) }),
  };
}

function creditOf(row: unknown): StoredCredit {
  return JSON.parse((row as { credit: string }).credit) as StoredCredit;
}
