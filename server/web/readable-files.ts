import { REPORT_FILE, tableFile } from '../archive/archive-files.ts';
import type { TextFile } from '../archive/pack.ts';
import type { Round } from '../domain/round.ts';
import { NO_BALLOTS, type StoredTally } from '../domain/tally.ts';
import { viewBoard } from '../domain/view.ts';
import type { WholeBoard } from '../store/store.ts';
import { boardReport } from './board-report.ts';
import { exportCsv } from './export-csv.ts';
import { exportRound } from './export-round.ts';

/** A whole board for people: a report, and a table of each round that was held, in the board's language. */
export function readableFiles({ board, runs }: WholeBoard): TextFile[] {
  const tallyOf = ({ id, run }: Round): StoredTally =>
    runs.find((one) => one.roundId === id && one.run === run)?.tally ?? NO_BALLOTS;
  const tables = board.rounds.flatMap((round, index) => {
    if (round.run === 0) return [];
    // The table tells the day of the voting, not that of the export.
    const result = exportRound(board, round, tallyOf(round), round.closedAt ?? board.createdAt);
    return { name: tableFile(index + 1), text: exportCsv(result, board.language) };
  });
  return [{ name: REPORT_FILE, text: boardReport(viewBoard(board, tallyOf, 'maker', 0)) }, ...tables];
}
