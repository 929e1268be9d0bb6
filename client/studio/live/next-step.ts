import type { BoardView, RoundView } from '../../../shared/board-view.ts';
import { closingShowsCounts, draftsNeeded } from '../../../shared/round-rules.ts';

/** The one thing a maker does next on a board. */
export type Step =
  | { readonly kind: 'add-round' }
  | { readonly kind: 'add-drafts'; readonly round: RoundView; readonly missing: number }
  | { readonly kind: 'open' | 'close' | 'reveal'; readonly round: RoundView }
  /** The round at hand is told; `next` waits to be put on the phones and on the stage. */
  | { readonly kind: 'show'; readonly round: RoundView; readonly next: RoundView }
  | { readonly kind: 'done'; readonly round: RoundView };

export function nextStep(view: BoardView): Step {
  const round = roundAtHand(view);
  if (round === null) return { kind: 'add-round' };
  switch (round.status) {
    case 'open':
      return { kind: 'close', round };
    case 'closed':
      return { kind: 'reveal', round };
    case 'revealed': {
      const next = waitingAfter(view, round);
      return next ? { kind: 'show', round, next } : { kind: 'done', round };
    }
    case 'draft': {
      const missing = draftsNeeded(round.rule) - round.entries.length;
      return missing > 0 ? { kind: 'add-drafts', round, missing } : { kind: 'open', round };
    }
  }
}

/** The open round, else the one shown, else the first still waiting, else the last. */
function roundAtHand({ head, rounds }: BoardView): RoundView | null {
  return (
    rounds.find((round) => round.status === 'open') ??
    rounds.find((round) => round.id === head.currentRoundId) ??
    rounds.find((round) => round.status === 'draft') ??
    rounds.at(-1) ??
    null
  );
}

/** The next round of the run sheet that was never opened; one skipped earlier comes after those below. */
export function waitingAfter({ rounds }: BoardView, round: RoundView): RoundView | undefined {
  const at = rounds.indexOf(round);
  return [...rounds.slice(at + 1), ...rounds.slice(0, Math.max(at, 0))].find((one) => one.status === 'draft');
}

/** What one step back would do now; `null`: nothing can be taken back. `until`: by the server's clock. */
export function stepBack(
  round: RoundView,
  now: number,
  undoMs: number,
): { readonly kind: 'reopen' | 'hide' | 'unopen'; readonly until: number | null } | null {
  if (round.status === 'revealed') return { kind: 'hide', until: null };
  if (round.status === 'open' && round.tally.ballots === 0) return { kind: 'unopen', until: null };
  const seen = closingShowsCounts(round.results, round.tally.ballots);
  if (round.status === 'closed' && !seen && round.closedAt !== null && now < round.closedAt + undoMs)
    return { kind: 'reopen', until: round.closedAt + undoMs };
  return null;
}
