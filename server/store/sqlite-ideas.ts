import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import { isIdea, type StoredIdea } from '../domain/idea.ts';
import { findRound, type Round } from '../domain/round.ts';
import { recountRun } from './sqlite-ballots.ts';
import type { Database } from './sqlite-driver.ts';

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

/** Ideas have rows of their own: a board with two thousand is not written anew for each. */
export function sqliteIdeas(db: Database): BesideBoard {
  const insert = db.prepare('insert into ideas (board_id, id, round_id, place, idea) values (?, ?, ?, ?, ?)');
  const update = db.prepare('update ideas set idea = ? where board_id = ? and id = ?');
  const read = db.prepare('select idea from ideas where round_id = ? order by place');
  const merge = db.prepare('update rounds set merged = ?1 where id = ?2 and merged != ?1');

  const addOne = (board: Board, round: Round, idea: StoredIdea, place: number) =>
    insert.run(board.id, idea.id, round.id, place, JSON.stringify(idea));

  /** [M4] Counts follow what is merged; every run, because an earlier one may be shown again. */
  const writeMerged = (round: Round) => {
    if (merge.run(mergedOf(round), round.id).changes === 0) return;
    for (let run = 1; run <= round.runs; run++) recountRun(db, round.id, run);
  };

  return {
    without(board) {
      const rounds = board.rounds.map((round) => (round.ideas ? { ...round, entries: [] } : round));
      return { ...board, rounds };
    },
    add(board) {
      for (const round of board.rounds) {
        for (const [place, entry] of round.entries.entries()) {
          if (isIdea(entry)) addOne(board, round, entry, place);
        }
        writeMerged(round);
      }
    },
    write(board, change) {
      if (change.kind !== 'idea-added' && change.kind !== 'ideas-changed') return;
      const round = findRound(board, change.roundId);
      if (!round) return;
      if (change.kind === 'idea-added') {
        addOne(board, round, change.idea, round.entries.length - 1);
        return;
      }
      const changed = new Set(change.ideas.map(({ ideaId }) => ideaId));
      for (const entry of round.entries) {
        if (changed.has(entry.id)) update.run(JSON.stringify(entry), board.id, entry.id);
      }
      writeMerged(round);
    },
    join(board) {
      const rounds = board.rounds.map((round) =>
        round.ideas ? { ...round, entries: read.all(round.id).map(ideaOf) } : round,
      );
      return { ...board, rounds };
    },
  };
}

/** Id → id, as castBallots reads it. */
function mergedOf({ entries }: Round): string {
  const merged = entries.flatMap((entry) => (isIdea(entry) && entry.into ? [[entry.id, entry.into]] : []));
  return JSON.stringify(Object.fromEntries(merged));
}

function ideaOf(row: unknown): StoredIdea {
  return JSON.parse((row as { idea: string }).idea) as StoredIdea;
}
