import type { RulesChange } from '../../shared/board-view.ts';
import type { Board } from './board.ts';
import type { Change, RoundFields } from './change.ts';
import { isIdea } from './idea.ts';
import type { Round } from './round.ts';
import { sceneAfter } from './scene.ts';

/**
 * [B5] Board + change → the board's next version. Decides nothing: whoever calls it has asked a rule. What stays as it
 * is stays the very object, each entry too: views are remembered by it.
 */
export function evolve(board: Board, change: Change): Board {
  const next = evolved(board, change);
  return { ...next, scene: sceneAfter(board, next), seq: board.seq + 1 };
}

function evolved(board: Board, change: Change): Board {
  switch (change.kind) {
    case 'board-created':
      return board;
    case 'board-updated':
      return { ...withRules(board, change.rules), ...change.fields };
    case 'scene-shown':
      return { ...board, scene: change.scene };
    case 'credit-given': {
      const at = board.credits.findIndex(({ id }) => id === change.credit.id);
      const credits = at === -1 ? [...board.credits, change.credit] : board.credits.with(at, change.credit);
      return { ...board, credits };
    }
    case 'credit-withdrawn':
      return { ...board, credits: board.credits.filter(({ id }) => id !== change.creditId) };
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
    case 'round-updated':
      return withRules(withRound(board, change), change.rules);
    case 'collecting-changed': {
      const next = withRules(withRound(board, change), change.rules);
      return change.collecting ? { ...next, currentRoundId: change.roundId } : next;
    }
    default:
      return withRound(board, change);
  }
}

function withRules(board: Board, next: RulesChange | undefined): Board {
  if (!next) return board;
  return { ...board, rules: { version: next.version, changes: [...board.rules.changes, next] } };
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
      return { ...change.fields, collecting: collectingAfter(round, change.fields) };
    case 'round-opened': {
      const { status, run, openedAt, closesAt, closedAt, collecting } = round;
      return {
        status: 'open',
        run: change.run,
        runs: change.run,
        openedAt: change.openedAt,
        closesAt: change.closesAt,
        closedAt: null,
        before: { status, run, openedAt, closesAt, closedAt, collecting },
        collecting: round.ideas?.whileVoting ?? false,
      };
    }
    case 'round-unopened':
      return { ...round.before, before: null };
    case 'round-extended':
      return { closesAt: change.closesAt };
    case 'round-closed':
      return { status: 'closed', closedAt: change.closedAt, collecting: false };
    case 'round-resumed':
      return {
        status: 'open',
        closesAt: change.closesAt,
        closedAt: null,
        collecting: round.ideas?.whileVoting ?? false,
      };
    case 'round-revealed':
      return { status: 'revealed' };
    case 'round-hidden':
      return { status: 'closed' };
    case 'collecting-changed':
      return { collecting: change.collecting };
    case 'outcome-changed':
      return { outcome: change.outcome };
    case 'idea-added':
      return { entries: [...round.entries, change.idea] };
    case 'ideas-changed': {
      const fields = new Map(change.ideas.map(({ ideaId, fields }) => [ideaId, fields]));
      const spent = [...round.spent];
      const entries = round.entries.map((entry) => {
        const wished = fields.get(entry.id);
        if (wished?.author === null && isIdea(entry) && entry.author !== null) spent.push(entry.author);
        return wished ? { ...entry, ...wished } : entry;
      });
      return { entries, spent };
    }
    case 'drafts-added':
      return { entries: [...round.entries, ...change.drafts] };
    case 'draft-updated':
      return {
        entries: round.entries.map((draft) =>
          draft.id === change.draftId ? { ...draft, ...change.fields } : draft,
        ),
      };
    case 'draft-removed':
      return { entries: round.entries.filter((draft) => draft.id !== change.draftId) };
    case 'draft-moved':
      return { entries: moved(round.entries, change.draftId, change.to) };
  }
}

/** [I1] [R19] An open round follows what its settings say about new ideas from now on. */
function collectingAfter({ status, ideas, collecting }: Round, fields: Partial<RoundFields>): boolean {
  const wished = fields.ideas?.whileVoting;
  return status === 'open' && wished !== undefined && wished !== ideas?.whileVoting ? wished : collecting;
}

function moved<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  id: string,
  to: number,
): Thing[] {
  const others = things.filter((thing) => thing.id !== id);
  return others.toSpliced(to, 0, ...things.filter((thing) => thing.id === id));
}
