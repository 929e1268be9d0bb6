import type { BallotRule, ResultsShown } from './board-view.ts';

/** [R11] Drafts a round needs to be opened: a choice, and as many as a ballot must hold. */
export function draftsNeeded(rule: BallotRule): number {
  return rule.kind === 'choose' ? Math.max(2, rule.min) : 2;
}

/** [R17] Closing such a round shows the maker counts that were hidden: it cannot be taken back. */
export function closingShowsCounts(results: ResultsShown, ballots: number): boolean {
  return results === 'after-close' && ballots > 0;
}
