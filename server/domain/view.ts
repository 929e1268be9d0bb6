import type { Audience, BoardHead, BoardView, RoundHead, RoundView, Tally } from '../../shared/board-view.ts';
import type { Board } from './board.ts';
import type { Round } from './round.ts';
import { NO_BALLOTS, type StoredTally } from './tally.ts';

/** [A1] [A2] Everything this audience may see of the board. `tallies` answers the tally of the round's `run`. */
export function viewBoard(
  board: Board,
  tallies: (round: Round) => StoredTally,
  audience: Audience,
  present: number,
): BoardView {
  return {
    seq: board.seq,
    head: viewHead(board),
    rounds: roundsFor(board, audience).map((round) =>
      viewRound(round, tallyFor(round, tallies(round), audience)),
    ),
    present,
  };
}

function viewHead(board: Board): BoardHead {
  const { id, slug, joinCode, title, reason, makerName, accent, language, currentRoundId } = board;
  return { id, slug, joinCode, title, reason, makerName, accent, language, currentRoundId };
}

function viewRoundHead(round: Round, tally: Tally): RoundHead {
  const { id, kind, question, status, run, rule, results, seconds, openedAt, closesAt, closedAt } = round;
  return { id, kind, question, status, run, rule, results, seconds, openedAt, closesAt, closedAt, tally };
}

function viewRound(round: Round, tally: Tally): RoundView {
  return { ...viewRoundHead(round, tally), entries: round.entries };
}

/** [A1] The maker sees all rounds; everybody else those with a run, and the current one. */
function roundsFor(board: Board, audience: Audience): readonly Round[] {
  if (audience === 'maker') return board.rounds;
  return board.rounds.filter((round) => round.run > 0 || round.id === board.currentRoundId);
}

/** [T2] [A2] The round's tally as this audience gets it: a hidden one is left out, not only not shown. */
export function tallyFor(round: Round, tally: StoredTally, audience: Audience): Tally {
  const { version, ballots, counts } = round.status === 'draft' ? NO_BALLOTS : tally;
  return {
    version,
    ballots,
    counts: seesCounts(round, audience) ? round.entries.map(({ id }) => counts.get(id) ?? 0) : null,
  };
}

/** [A2] */
function seesCounts({ status, results }: Round, audience: Audience): boolean {
  if (status === 'draft' || status === 'revealed') return true;
  switch (results) {
    case 'live':
      return true;
    case 'after-vote':
      return audience === 'voter' || audience === 'maker';
    case 'after-close':
      return audience === 'maker' && status === 'closed';
  }
}
