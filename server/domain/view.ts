import type { Audience, BoardHead, BoardView, RoundHead, RoundView } from '../../shared/board-view.ts';
import type { Tally } from '../../shared/tally.ts';
import type { Board } from './board.ts';
import type { StoredCredit } from './credit.ts';
import { endsAt } from './retention.ts';
import type { Round } from './round.ts';
import { isInSight } from './sight.ts';
import { type StoredTally, tallyFor } from './tally.ts';
import { viewCredits } from './view-credits.ts';
import { viewEntries } from './view-ideas.ts';

/** [A1] [A2] [I5] Everything this audience may see of the board. `tallies` answers the tally of the round's `run`. */
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
      viewRound(round, tallies(round), board.credits, audience),
    ),
    credits: audience === 'stage' || audience === 'maker' ? viewCredits(board) : [],
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

/** Remembered, because a change moves one round and all audiences are told what is different before and after. */
function viewRound(
  round: Round,
  tally: StoredTally,
  credits: readonly StoredCredit[],
  audience: Audience,
): RoundView {
  const known = rounds.get(round) ?? new Map<Audience, SeenRound>();
  rounds.set(round, known);
  const last = known.get(audience);
  if (last?.tally === tally && last.credits === credits) return last.view;
  const entries = round.ideas ? viewEntries(round.entries, credits, audience === 'maker') : round.entries;
  const view = { ...viewRoundHead(round, tallyFor(round, tally, audience)), entries };
  known.set(audience, { tally, credits, view });
  return view;
}

interface SeenRound {
  readonly tally: StoredTally;
  readonly credits: readonly StoredCredit[];
  readonly view: RoundView;
}

const rounds = new WeakMap<Round, Map<Audience, SeenRound>>();

/** [A1] */
function roundsFor(board: Board, audience: Audience): readonly Round[] {
  return audience === 'maker' ? board.rounds : board.rounds.filter((round) => isInSight(board, round));
}
