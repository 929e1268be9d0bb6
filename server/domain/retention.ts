import type { Time } from '../../shared/board-view.ts';
import { promisedBy } from '../../shared/outcome.ts';
import type { Board } from './board.ts';
import { isIdea } from './idea.ts';
import type { Round } from './round.ts';

/** [E1] When the board is deleted; `null`: ballots or ideas are still taken, or no round was held yet. */
export function endsAt({ rounds, keepDays, keptFrom }: Board): Time | null {
  if (rounds.some(({ status, collecting }) => status === 'open' || collecting)) return null;
  const taken = rounds.flatMap((round) => round.closedAt ?? lastIdeaAt(round) ?? []);
  if (taken.length === 0) return null;
  const promised = rounds.flatMap(({ outcome }) => (outcome && promisedBy(outcome)) ?? []);
  return Math.max(keptFrom, ...taken, ...promised) + keepDays * DAY_MS;
}

/** Of a round that only collected. */
function lastIdeaAt({ entries }: Round): Time | undefined {
  return entries.findLast(isIdea)?.at;
}

const DAY_MS = 24 * 60 * 60 * 1000;
