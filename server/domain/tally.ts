import type { Audience } from '../../shared/board-view.ts';
import { isVotable } from '../../shared/entry.ts';
import { places } from '../../shared/ranking.ts';
import type { Duels, Tally } from '../../shared/tally.ts';
import { bradleyTerry } from './bradley-terry.ts';
import { firstKey, readPair } from './count.ts';
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
  const told = round.status === 'draft' ? NO_BALLOTS : tally;
  if (seesCounts(round, audience)) return wholeTally(round, told);
  return { version: told.version, ballots: told.ballots, counts: null };
}

/** [T2] All there is to tell, whoever asks: several audiences and many answers ask for the same one. */
export function wholeTally(round: Pick<Round, 'entries' | 'rule'>, tally: StoredTally): Tally {
  const { entries, rule } = round;
  const last = known.get(tally);
  if (last?.entries === entries && last.rule === rule) return last.whole;
  const whole = wholeTallyAnew(round, tally);
  known.set(tally, { entries, rule, whole });
  return whole;
}

const known = new WeakMap<StoredTally, Pick<Round, 'entries' | 'rule'> & { readonly whole: Tally }>();

function wholeTallyAnew({ entries, rule }: Pick<Round, 'entries' | 'rule'>, tally: StoredTally): Tally {
  const { version, ballots } = tally;
  const count = (key: string) => tally.counts.get(key) ?? 0;
  const counted = { version, ballots, counts: entries.map(({ id }) => count(id)) };
  switch (rule.kind) {
    case 'rank':
      return { ...counted, firsts: entries.map(({ id }) => count(firstKey(id))) };
    case 'duel':
      return { ...counted, duels: duelsOf(entries, tally) };
    default:
      return counted;
  }
}

/** [T4] [T8] The ids of the entries that share the first place, whoever may know it. */
export function winnersOf(round: Pick<Round, 'entries' | 'rule'>, tally: StoredTally): readonly string[] {
  const { winners } = places(wholeTally(round, tally), round.entries.map(isVotable));
  return winners.flatMap((index) => round.entries[index]?.id ?? []);
}

/** [T7] [T8] Of what is not on the ballot any more there may be thousands: estimating them too would hold up everybody. */
function duelsOf(entries: Round['entries'], tally: StoredTally): Duels {
  const indices = new Map(
    entries.flatMap((entry, index) => (isVotable(entry) ? [[entry.id, index] as const] : [])),
  );
  const wins = [...tally.counts].flatMap(([key, times]) => {
    const [winner, loser] = (readPair(key) ?? []).map((id) => indices.get(id));
    return winner === undefined || loser === undefined ? [] : [{ winner, loser, times }];
  });
  const pairs = wins.reduce((sum, { times }) => sum + times, 0);
  return { pairs, ...bradleyTerry(entries.length, wins) };
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
