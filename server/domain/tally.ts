import type { Audience } from '../../shared/board-view.ts';
import type { Tally } from '../../shared/tally.ts';
import type { Round } from './round.ts';

/** [T1] The counters of one run of a round, by the keys of `count.ts`. What nobody chose may be missing. */
export interface StoredTally {
  readonly version: number;
  readonly ballots: number;
  readonly counts: ReadonlyMap<string, number>;
}

export const NO_BALLOTS: StoredTally = { version: 0, ballots: 0, counts: new Map() };

/** [T2] [A2] The round's tally as this audience gets it: a hidden one is left out, not only not shown. */
export function tallyFor(round: Round, tally: StoredTally, audience: Audience): Tally {
  const { version, ballots, counts } = round.status === 'draft' ? NO_BALLOTS : tally;
  return {
    version,
    ballots,
    counts: seesCounts(round, audience) ? round.entries.map(({ id }) => counts.get(id) ?? 0) : null,
  };
}

/** [A2] */
function seesCounts({ status, results }: Round, audience: Audience): boolean {
  if (status === 'draft' || status === 'revealed') return true;
  switch (results) {
    case 'live':
      return true;
    case 'after-vote':
      return audience === 'voter' || audience === 'maker';
    case 'after-close':
      return audience === 'maker' && status === 'closed';
  }
}
