import type { Audience, BoardHead, BoardView, RoundHead, RoundView } from '../../shared/board-view.ts';
import type { Entry as SeenEntry } from '../../shared/entry.ts';
import type { Tally } from '../../shared/tally.ts';
import type { Board } from './board.ts';
import type { Entry } from './entry.ts';
import { isIdea } from './idea.ts';
import { endsAt } from './retention.ts';
import type { Round } from './round.ts';
import { type StoredTally, tallyFor } from './tally.ts';

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
    credits: [],
    present,
  };
}

function viewHead(board: Board): BoardHead {
  const { id, slug, joinCode, title, reason, makerName, accent, language, currentRoundId } = board;
  const { decides, ties, keepDays, rules, scene } = board;
  const terms = { decides, ties, keepDays };
  return {
    id,
    slug,
    joinCode,
    title,
    reason,
    makerName,
    accent,
    language,
    currentRoundId,
    terms,
    rules,
    scene,
    endsAt: endsAt(board),
  };
}

function viewRoundHead(round: Round, tally: Tally): RoundHead {
  const { id, question, status, run, rule, results, seconds, openedAt, closesAt, closedAt } = round;
  const { ideas, collecting, outcome } = round;
  const kind = ideas === null ? 'drafts' : 'ideas';
  return {
    id,
    kind,
    question,
    status,
    run,
    rule,
    results,
    seconds,
    openedAt,
    closesAt,
    closedAt,
    ideas,
    collecting,
    outcome,
    tally,
  };
}

function viewRound(round: Round, tally: Tally): RoundView {
  return { ...viewRoundHead(round, tally), entries: round.entries.map(viewEntry) };
}

/** [A1] The maker sees all rounds; everybody else those with a run, and the current one. */
function roundsFor(board: Board, audience: Audience): readonly Round[] {
  if (audience === 'maker') return board.rounds;
  return board.rounds.filter((round) => round.run > 0 || round.id === board.currentRoundId);
}

function viewEntry(entry: Entry): SeenEntry {
  if (!isIdea(entry)) return entry;
  const { id, title, text, picture, alt, state, at } = entry;
  return { id, title, text, picture, alt, state, at };
}
