import { WHOLE_TALLY_ENTRIES } from '../../shared/tally.ts';
import type { Interval } from './ticker.ts';

/** What telling costs, as it is measured where it is done. */
export interface TellingLoad {
  /** Milliseconds for one viewer. */
  readonly perDelivery: number;
  /** The share of the process's time that other work needs, 0 to 1. */
  readonly elsewhere: number;
  /** How many times more a room must leave than if it were the only one, 1 or more. */
  readonly stretch: number;
}

export interface Crowd {
  readonly viewers: number;
  readonly entries: number;
  readonly ballotsPerMs: number;
}

/** [F7] How long there is between two ticks of a room. */
export function tickInterval(crowd: Crowd, { perDelivery, elsewhere, stretch }: TellingLoad): Interval {
  const { viewers, entries } = crowd;
  const cost = viewers * perDelivery;
  const free = Math.max(LEAST_SHARE, MOST_SHARE - elsewhere);
  const bearable = (share: number) => (cost / share) * stretch;
  const bound = (wished: number) => Math.max(Math.min(wished, ALIVE), bearable(TELLING_SHARE));
  const least = Math.max(leastFor(viewers, entries), bearable(Math.min(free, TELLING_SHARE)));
  return { least: bound(least), most: bound(Math.max(least, crowdedFor(crowd))) };
}

/**
 * 20 ms feel instant. Among a thousand nobody tells 17 ticks a second from 50, which take three times the processor; among
 * many entries nobody follows single votes, and every tick wakes every phone.
 */
function leastFor(viewers: number, entries: number): number {
  if (entries > WHOLE_TALLY_ENTRIES) return CALM_MS;
  return Math.min(60, Math.max(20, viewers * 0.06));
}

/**
 * Where each tick would bring more than twenty ballots nobody follows single ones; where all who look on are voting, each has
 * the tally with the answer to their own ballot.
 */
function crowdedFor({ viewers, entries, ballotsPerMs }: Crowd): number {
  if (leastFor(viewers, entries) * ballotsPerMs <= 20) return 0;
  return ballotsPerMs * 1_000 < viewers / 2 ? CALM_MS : ALIVE;
}

const CALM_MS = 100;
/** Slower than this a round does not feel alive. */
const ALIVE = 250;
/** Of the process's time telling in one room may take this share, together with other work that one, and always the least. */
const TELLING_SHARE = 0.65;
const MOST_SHARE = 0.8;
const LEAST_SHARE = 0.05;
