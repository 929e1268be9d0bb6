import { diagonalOfInverse, factorise, solve } from './cholesky.ts';

/** How often one entry beat another one; both by their index. */
export interface Wins {
  readonly winner: number;
  readonly loser: number;
  readonly times: number;
}

export interface Estimate {
  /** How likely each entry wins against an average one, 0..1. Four digits, so that what is equal comes out equal. */
  readonly chance: readonly number[];
  /** The ends of its 95 % interval. */
  readonly low: readonly number[];
  readonly high: readonly number[];
}

const MOST_STEPS = 100;
const STILL = 1e-9;
const Z95 = 1.959964;

/**
 * [T7] Bradley and Terry (1952): i beats j with probability σ(θi − θj). Half a win and half a loss of each entry against
 * an average one of strength 0 keep the undefeated finite. The log-likelihood is strictly concave: Newton's method
 * finds its top, and the inverse of its curvature there is the covariance.
 */
export function bradleyTerry(entries: number, wins: readonly Wins[]): Estimate {
  // Nothing moves an entry that was never compared, and it moves no other: only the rest is worth a matrix.
  const compared = [...new Set(wins.flatMap(({ winner, loser }) => [winner, loser]))].sort((a, b) => a - b);
  const place = new Map(compared.map((entry, at) => [entry, at]));
  const at = (entry: number) => place.get(entry) ?? 0;
  const pairs = pairsOf(
    compared.length,
    wins.map(({ winner, loser, times }) => ({ winner: at(winner), loser: at(loser), times })),
  );
  let here = lookAround(new Float64Array(compared.length), pairs);
  let factor = factorise(here.curvature);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const step = solve(factor, here.slope);
    here = climb(here, step, pairs);
    if (step.every((part) => Math.abs(part) < STILL)) break;
    factor = factorise(here.curvature);
  }
  const { strengths } = here;
  const prior = here.prior + (entries - compared.length) * UNMOVED.bend;
  // What average is follows from the strengths: against it the chances are a half on average. So it adds no doubt of its
  // own; left in, that would be 1 / prior, however many pairs are decided.
  const marginOf = (variance: number) => Z95 * Math.sqrt(Math.max(0, variance - 1 / prior));
  const margins = diagonalOfInverse(factor).map(marginOf);
  const unmoved = marginOf(1 / UNMOVED.bend);
  const chances = (sign: -1 | 0 | 1) => {
    const all = Array<number>(entries).fill(fourDigits(sigma(sign * unmoved)));
    for (const [i, entry] of compared.entries()) {
      all[entry] = fourDigits(sigma((strengths[i] ?? 0) + sign * (margins[i] ?? 0)));
    }
    return all;
  };
  return { chance: chances(0), low: chances(-1), high: chances(1) };
}

/** All comparisons of two entries, `one` being the higher index; `won` by it, of `times`. */
interface Pair {
  readonly one: number;
  readonly other: number;
  readonly won: number;
  readonly times: number;
}

function pairsOf(entries: number, wins: readonly Wins[]): readonly Pair[] {
  const pairs = new Map<number, Pair>();
  for (const { winner, loser, times } of wins) {
    const one = Math.max(winner, loser);
    const other = Math.min(winner, loser);
    const key = one * entries + other;
    const known = pairs.get(key) ?? { one, other, won: 0, times: 0 };
    const won = known.won + (winner === one ? times : 0);
    pairs.set(key, { one, other, won, times: known.times + times });
  }
  return [...pairs.values()];
}

interface Place {
  readonly strengths: Float64Array<ArrayBuffer>;
  /** The log-likelihood of these strengths, its slope, and the lower half of its curvature with the sign turned. */
  readonly height: number;
  readonly slope: Float64Array;
  readonly curvature: readonly Float64Array[];
  /** The part of the curvature that comes from the wins and losses against the average. */
  readonly prior: number;
}

function lookAround(strengths: Float64Array<ArrayBuffer>, pairs: readonly Pair[]): Place {
  const slope = new Float64Array(strengths.length);
  const curvature = Array.from(strengths, () => new Float64Array(strengths.length));
  let height = 0;
  let prior = 0;
  for (const [i, strength] of strengths.entries()) {
    const { won, bend, logWon } = game(strength);
    height += logWon - strength / 2;
    slope[i] = 0.5 - won;
    add(curvature[i], i, bend);
    prior += bend;
  }
  for (const { one, other, won, times } of pairs) {
    const lead = (strengths[one] ?? 0) - (strengths[other] ?? 0);
    const expected = game(lead);
    height += times * expected.logWon - (times - won) * lead;
    add(slope, one, won - times * expected.won);
    add(slope, other, times * expected.won - won);
    add(curvature[one], one, times * expected.bend);
    add(curvature[other], other, times * expected.bend);
    add(curvature[one], other, -times * expected.bend);
  }
  return { strengths, height, slope, curvature, prior };
}

/** A whole step can lead past the top from far away: then half of it is taken, or half of that. */
function climb(from: Place, step: Float64Array, pairs: readonly Pair[]): Place {
  const rounding = 1e-12 * (1 - from.height);
  for (let part = 1; part > 1e-6; part /= 2) {
    const there = from.strengths.map((strength, i) => strength + part * (step[i] ?? 0));
    const place = lookAround(there, pairs);
    if (place.height >= from.height - rounding) return place;
  }
  return from;
}

/** Of a lead in strength: the probability to win, its variance, its logarithm. Of a far lead nothing overflows. */
function game(lead: number): { won: number; bend: number; logWon: number } {
  const rest = Math.exp(-Math.abs(lead));
  const won = (lead < 0 ? rest : 1) / (1 + rest);
  return { won, bend: rest / (1 + rest) ** 2, logWon: Math.min(lead, 0) - Math.log1p(rest) };
}

/** An entry at strength 0 against the average. */
const UNMOVED = game(0);

function sigma(lead: number): number {
  return game(lead).won;
}

function add(row: Float64Array | undefined, at: number, by: number): void {
  if (row) row[at] = (row[at] ?? 0) + by;
}

function fourDigits(part: number): number {
  return Math.round(part * 1e4) / 1e4;
}
