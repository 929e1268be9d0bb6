import { WHOLE_TALLY_ENTRIES } from '../../shared/tally.ts';

/** What telling costs, as it is measured where it is done. */
export interface TellingLoad {
  /** Milliseconds for one viewer. */
  readonly perDelivery: number;
  /** The share of the process's time that other work needs, 0 to 1. */
  readonly elsewhere: number;
}

export interface Crowd {
  readonly viewers: number;
  readonly entries: number;
  readonly ballotsPerMs: number;
}

/** [F7] Milliseconds between two ticks of a room. */
export function tickInterval(
  { viewers, entries, ballotsPerMs }: Crowd,
  { perDelivery, elsewhere }: TellingLoad,
): number {
  const cost = viewers * perDelivery;
  const free = Math.max(LEAST_SHARE, MOST_SHARE - elsewhere);
  const least = leastFor(viewers, entries);
  const calm = least * ballotsPerMs > CROWDED ? Math.max(least, CALM_MS) : least;
  const wished = Math.max(calm, cost / Math.min(free, TELLING_SHARE));
  return Math.max(Math.min(wished, ALIVE), cost / TELLING_SHARE);
}

/**
 * 20 ms feel instant. Among a thousand nobody tells 17 ticks a second from 50, which take three times the processor; among
 * many entries nobody follows single votes, and every tick wakes every phone.
 */
function leastFor(viewers: number, entries: number): number {
  if (entries > WHOLE_TALLY_ENTRIES) return CALM_MS;
  return Math.min(60, Math.max(20, viewers * 0.06));
}

/** Where each tick would bring more ballots than this, nobody follows single ones either. */
const CROWDED = 20;
const CALM_MS = 100;
/** Slower than this a round does not feel alive. */
const ALIVE = 250;
/** Of the process's time telling may take this share, together with other work that one, and always the least. */
const TELLING_SHARE = 0.65;
const MOST_SHARE = 0.8;
const LEAST_SHARE = 0.05;
