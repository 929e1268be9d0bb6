import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import { completeBoard } from '../domain/complete.ts';
import { sqliteCredits } from './sqlite-credits.ts';
import type { Database } from './sqlite-driver.ts';
import { sqliteIdeas } from './sqlite-ideas.ts';

/** What has rows of its own beside the board it belongs to. All of it in the caller's transaction. */
export interface BesideBoard {
  /** The board as it is stored itself. */
  without(board: Board): Board;
  /** All rows of a board that is new here. */
  add(board: Board): void;
  /** The rows that the change names, and no others. */
  write(board: Board, change: Change): void;
  /** The stored board with what its rows hold. */
  join(board: Board): Board;
}

export interface BoardRows extends Pick<BesideBoard, 'add' | 'write'> {
  /** What stands in `boards.board`. */
  jsonOf(board: Board): string;
  /** The whole board again. */
  boardOf(json: string): Board;
}

/** A board as its JSON and what stands beside it: ideas and names. */
export function boardRows(db: Database): BoardRows {
  const beside: readonly BesideBoard[] = [sqliteIdeas(db), sqliteCredits(db)];
  return {
    jsonOf: (board) => JSON.stringify(beside.reduce((rest, rows) => rows.without(rest), board)),
    boardOf: (json) => beside.reduce((board, rows) => rows.join(board), completeBoard(json)),
    add(board) {
      for (const rows of beside) rows.add(board);
    },
    write(board, change) {
      for (const rows of beside) rows.write(board, change);
    },
  };
}
