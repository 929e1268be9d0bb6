import type { Draft } from '../../shared/board-view.ts';
import type { Board } from './board.ts';
import type { Change } from './change.ts';
import type { Round } from './round.ts';

/** [B5] Board + change → the board's next version. Decides nothing: whoever calls it has asked a rule. */
export function evolve(board: Board, change: Change): Board {
  return { ...evolved(board, change), seq: board.seq + 1 };
}

function evolved(board: Board, change: Change): Board {
  switch (change.kind) {
    case 'board-created':
      return board;
    case 'board-updated':
      return { ...board, ...change.fields };
    case 'stage-renewed':
      return { ...board, stageToken: change.stageToken };
    case 'round-added':
      return { ...board, rounds: board.rounds.toSpliced(change.at, 0, change.round) };
    case 'round-removed':
      return {
        ...board,
        currentRoundId: board.currentRoundId === change.roundId ? null : board.currentRoundId,
        rounds: board.rounds.filter((round) => round.id !== change.roundId),
      };
    case 'round-moved':
      return { ...board, rounds: moved(board.rounds, change.roundId, change.to) };
    case 'round-shown':
      return { ...board, currentRoundId: change.roundId };
    case 'round-opened':
      return { ...withRound(board, change), currentRoundId: change.roundId };
    default:
      return withRound(board, change);
  }
}

type RoundChange = Exclude<
  Extract<Change, { roundId: string }>,
  { kind: 'round-removed' | 'round-moved' | 'round-shown' }
>;

function withRound(board: Board, change: RoundChange): Board {
  return {
    ...board,
    rounds: board.rounds.map((round) =>
      round.id === change.roundId ? { ...round, ...after(round, change) } : round,
    ),
  };
}

function after(round: Round, change: RoundChange): Partial<Round> {
  switch (change.kind) {
    case 'round-updated':
      return change.fields;
    case 'round-opened': {
      const { status, run, openedAt, closesAt, closedAt } = round;
      return {
        status: 'open',
        run: change.run,
        runs: change.run,
        openedAt: change.openedAt,
        closesAt: change.closesAt,
        closedAt: null,
        before: { status, run, openedAt, closesAt, closedAt },
      };
    }
    case 'round-unopened':
      return { ...round.before, before: null };
    case 'round-extended':
      return { closesAt: change.closesAt };
    case 'round-closed':
      return { status: 'closed', closedAt: change.closedAt };
    case 'round-resumed':
      return { status: 'open', closesAt: change.closesAt, closedAt: null };
    case 'round-revealed':
      return { status: 'revealed' };
    case 'round-hidden':
      return { status: 'closed' };
    case 'drafts-added':
      return { entries: [...round.entries, ...change.drafts] };
    case 'draft-updated':
      return { entries: round.entries.map((draft) => updated(draft, change.draftId, change.fields)) };
    case 'draft-removed':
      return { entries: round.entries.filter((draft) => draft.id !== change.draftId) };
    case 'draft-moved':
      return { entries: moved(round.entries, change.draftId, change.to) };
  }
}

function updated(draft: Draft, draftId: string, fields: Partial<Draft>): Draft {
  return draft.id === draftId ? { ...draft, ...fields } : draft;
}

function moved<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  id: string,
  to: number,
): Thing[] {
  const others = things.filter((thing) => thing.id !== id);
  return others.toSpliced(to, 0, ...things.filter((thing) => thing.id === id));
}
