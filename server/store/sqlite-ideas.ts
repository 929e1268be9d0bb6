import type { Board } from '../domain/board.ts';
import { isIdea, mergedOf, type StoredIdea } from '../domain/idea.ts';
import { findRound, type Round } from '../domain/round.ts';
import { recountRun } from './sqlite-ballots.ts';
import type { BesideBoard } from './sqlite-board-rows.ts';
import type { Database } from './sqlite-driver.ts';

/** Ideas have rows of their own: a board with two thousand is not written anew for each. */
export function sqliteIdeas(db: Database): BesideBoard {
  const insert = db.prepare('insert into ideas (board_id, id, round_id, place, idea) values (?, ?, ?, ?, ?)');
  const update = db.prepare('update ideas set idea = ? where board_id = ? and id = ?');
  const read = db.prepare('select idea from ideas where round_id = ? order by place');
  const merge = db.prepare('update rounds set merged = ?1 where id = ?2 and merged != ?1');

  const addOne = (board: Board, round: Round, idea: StoredIdea, place: number) =>
    insert.run(board.id, idea.id, round.id, place, JSON.stringify(idea));

  /** [M4] Id → id, as castBallots reads it. Counts follow; in every run, because an earlier one may be shown again. */
  const writeMerged = (round: Round) => {
    const merged = JSON.stringify(Object.fromEntries(mergedOf(round)));
    if (merge.run(merged, round.id).changes === 0) return;
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

function ideaOf(row: unknown): StoredIdea {
  return JSON.parse((row as { idea: string }).idea) as StoredIdea;
}
