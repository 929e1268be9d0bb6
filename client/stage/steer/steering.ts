import type { BoardView, RoundView, StageScene } from '../../../shared/board-view.ts';
import type { StageAction } from './keys.ts';
import { sceneStep } from './scenes.ts';

/** What a key asks of the server, or the sentence that says why it asks nothing. */
export type Step =
  | {
      readonly ask: 'round:open' | 'round:close' | 'round:reveal';
      readonly roundId: string;
    }
  | ({ readonly ask: 'round:undo'; readonly roundId: string } & Pick<RoundView, 'status' | 'run'>)
  | { readonly ask: 'round:show'; readonly roundId: string | null }
  | { readonly ask: 'stage:show'; readonly scene: StageScene | null }
  | { readonly say: Why };

export type Why =
  | 'no-round'
  | 'empty-sheet'
  | 'last-round'
  | 'first-round'
  | 'close-first'
  | 'already-closed'
  | 'no-ideas'
  | 'no-ranking'
  | 'no-outcome';

/** `rounds`: the maker's run sheet; the stage itself is not sent rounds that were never shown. */
export function stepFor(action: StageAction, view: BoardView): Step | null {
  const at = view.rounds.findIndex(({ id }) => id === view.head.currentRoundId);
  const round = view.rounds[at];
  if (action === 'next') return showNext(view.rounds, at);
  if (action === 'back') return showPrevious(view.rounds, at);
  if (action !== 'open-close' && action !== 'reveal-hide' && action !== 'undo')
    return sceneStep(action, view);
  if (!round) return { say: 'no-round' };
  if (action === 'undo') return undo(round);
  return action === 'open-close' ? openOrClose(round) : revealOrHide(round);
}

function showNext(rounds: readonly RoundView[], at: number): Step {
  if (rounds.length === 0) return { say: 'empty-sheet' };
  if (at >= 0) {
    const next = rounds[at + 1];
    return next ? { ask: 'round:show', roundId: next.id } : { say: 'last-round' };
  }
  const first = rounds.find(({ status }) => status !== 'revealed') ?? rounds[0];
  return { ask: 'round:show', roundId: first?.id ?? null };
}

function showPrevious(rounds: readonly RoundView[], at: number): Step {
  if (at < 0) return { say: 'first-round' };
  return { ask: 'round:show', roundId: rounds[at - 1]?.id ?? null };
}

function openOrClose(round: RoundView): Step {
  if (round.status === 'draft') return { ask: 'round:open', roundId: round.id };
  if (round.status === 'open') return { ask: 'round:close', roundId: round.id };
  return { say: 'already-closed' };
}

function revealOrHide(round: RoundView): Step {
  if (round.status === 'closed') return { ask: 'round:reveal', roundId: round.id };
  if (round.status === 'revealed') return undo(round);
  return { say: 'close-first' };
}

function undo({ id, status, run }: RoundView): Step {
  return { ask: 'round:undo', roundId: id, status, run };
}
