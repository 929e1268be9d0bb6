import type { BoardView, RoundView } from '../../../shared/board-view.ts';
import { isIdea, isVotable } from '../../../shared/entry.ts';
import { closingShowsCounts, draftsNeeded } from '../../../shared/round-rules.ts';

/** The one thing a maker does next on a board. */
export type Step =
  | { readonly kind: 'add-round' }
  | { readonly kind: 'add-drafts'; readonly round: RoundView; readonly missing: number }
  /** A round of ideas that cannot be voted on yet: start collecting · wait for more · look at what waits. */
  | { readonly kind: 'collect'; readonly round: RoundView }
  | { readonly kind: 'gather'; readonly round: RoundView; readonly missing: number }
  | { readonly kind: 'review'; readonly round: RoundView; readonly waiting: number }
  /** `coming`: photos still on their way to it, which an open round would refuse. */
  | { readonly kind: 'open'; readonly round: RoundView; readonly coming: number }
  | { readonly kind: 'close' | 'reveal'; readonly round: RoundView }
  /** The round at hand is told; `next` waits to be put on the phones and on the stage. */
  | { readonly kind: 'show'; readonly round: RoundView; readonly next: RoundView }
  /** Revealed, and whoever voted waits for what becomes of it. */
  | { readonly kind: 'decide'; readonly round: RoundView }
  | { readonly kind: 'done'; readonly round: RoundView };

export function nextStep(view: BoardView, coming: (roundId: string) => number = () => 0): Step {
  const round = roundAtHand(view);
  if (round === null) return { kind: 'add-round' };
  switch (round.status) {
    case 'open':
      return { kind: 'close', round };
    case 'closed':
      return { kind: 'reveal', round };
    case 'revealed': {
      const next = waitingAfter(view, round);
      if (next) return { kind: 'show', round, next };
      return { kind: isUndecided(round) ? 'decide' : 'done', round };
    }
    case 'draft':
      return beforeOpening(round, coming(round.id));
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

function beforeOpening(round: RoundView, coming: number): Step {
  const missing = draftsNeeded(round.rule) - round.entries.filter(isVotable).length;
  if (round.ideas === null)
    return missing > 0 ? { kind: 'add-drafts', round, missing } : { kind: 'open', round, coming };
  const waiting = waitingIdeas(round);
  // [I8] While new ones may come, none is needed. What waits comes first all the same where nothing can be chosen yet.
  if (missing <= 0 || (round.ideas.whileVoting && waiting === 0)) return { kind: 'open', round, coming };
  if (waiting > 0) return { kind: 'review', round, waiting };
  return round.collecting ? { kind: 'gather', round, missing } : { kind: 'collect', round };
}

export function isUndecided({ status, outcome }: RoundView): boolean {
  return status === 'revealed' && outcome === null;
}

export function waitingIdeas({ entries }: RoundView): number {
  return entries.filter((entry) => isIdea(entry) && entry.state === 'waiting').length;
}

/** What collecting would change to now, beside the next step; `null`: there is nothing to start or to end. */
export function collectingStep(round: RoundView): 'first' | 'again' | 'end' | 'pause' | 'resume' | null {
  if (round.ideas === null) return null;
  if (round.status === 'open') return round.collecting ? 'pause' : 'resume';
  if (round.status !== 'draft') return null;
  if (round.collecting) return 'end';
  return round.entries.length === 0 ? 'first' : 'again';
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
  // [O1] Hiding what was decided on is refused.
  if (round.status === 'revealed') return round.outcome ? null : { kind: 'hide', until: null };
  if (round.status === 'open' && round.tally.ballots === 0) return { kind: 'unopen', until: null };
  const seen = closingShowsCounts(round.results, round.tally.ballots);
  if (round.status === 'closed' && !seen && round.closedAt !== null && now < round.closedAt + undoMs)
    return { kind: 'reopen', until: round.closedAt + undoMs };
  return null;
}
