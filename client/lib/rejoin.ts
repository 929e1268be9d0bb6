import type { BoardView, RoundView } from '../../shared/board-view.ts';

/**
 * [J6] The milliseconds within which a page that has missed something asks for its view again: at once where few are there,
 * spread over two seconds where ten thousand have missed the same.
 */
export function askWithin({ present }: BoardView): number {
  return (present >> 6) * 12;
}

/** The page's view was made for everybody: who has voted may see more, so the view is asked for anew. */
export function mayShowVotersMore({ results, tally }: RoundView): boolean {
  return results === 'after-vote' && tally.counts === null;
}
