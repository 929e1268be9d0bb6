import type { Time } from '../../shared/board-view.ts';
import { promisedBy } from '../../shared/outcome.ts';
import type { Board } from './board.ts';

/** [E1] When the board is deleted; `null`: ballots or ideas are still taken, or no round was held yet. */
export function endsAt({ rounds, keepDays }: Board): Time | null {
  if (rounds.some(({ status, collecting }) => status === 'open' || collecting)) return null;
  const closed = rounds.flatMap(({ closedAt }) => closedAt ?? []);
  if (closed.length === 0) return null;
  const promised = rounds.flatMap(({ outcome }) => (outcome && promisedBy(outcome)) ?? []);
  return Math.max(...closed, ...promised) + keepDays * DAY_MS;
}

const DAY_MS = 24 * 60 * 60 * 1000;
