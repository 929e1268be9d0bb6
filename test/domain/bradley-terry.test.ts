import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bradleyTerry, type Wins } from '../../server/domain/bradley-terry.ts';
import { cpuTimeOf } from '../support/cpu-time-of.ts';

const beat = (winner: number, loser: number, times = 1): Wins => ({ winner, loser, times });

/**
 * One win of a over b. The strengths are t and −t, the slope is nought where 1 + ½ = σ(2t) + σ(t). With x = eᵗ that is
 * x³ − x² − x − 3 = 0, so x = 2.1304, t = 0.7563. σ(t) = 0.6806, and with p = σ(t)(1 − σ(t)) = 0.2174 and
 * q = σ(2t)(1 − σ(2t)) = 0.1480 the variance is (p + q) / (p (p + 2q)) − 1 / 2p = 0.9741: t ± 1.96 × 0.9870.
 */
test('[T7] two entries and one win, by hand', () => {
  expect(bradleyTerry(2, [beat(0, 1)])).toEqual({
    chance: [0.6806, 0.3194],
    low: [0.2354, 0.0635],
    high: [0.9365, 0.7646],
  });
});

/**
 * In a circle all strengths are 0. The curvature is ¾ on the diagonal and −¼ beside it; its inverse has
 * (4 + 1 + 1) / 3 = 2 on the diagonal, less 1 / (3 × ¼) is ⅔: σ(±1.96 × 0.8165).
 */
test('[T7] three entries that beat each other in a circle are equal, by hand', () => {
  expect(bradleyTerry(3, [beat(0, 1), beat(1, 2), beat(2, 0)])).toEqual({
    chance: [0.5, 0.5, 0.5],
    low: [0.1679, 0.1679, 0.1679],
    high: [0.8321, 0.8321, 0.8321],
  });
});

test('[T7] without a duel all is open', () => {
  // Variance 4 − 1 / (2 × ¼) = 2: σ(±1.96 × 1.4142).
  expect(bradleyTerry(2, [])).toEqual({
    chance: [0.5, 0.5],
    low: [0.0589, 0.0589],
    high: [0.9411, 0.9411],
  });
  expect(bradleyTerry(0, [])).toEqual({ chance: [], low: [], high: [] });
  expect(bradleyTerry(1, [])).toEqual({ chance: [0.5], low: [0.5], high: [0.5] });
});

test('[T7] the undefeated stays finite, also at the end of a long chain', () => {
  const { chance, low, high } = bradleyTerry(2, [beat(0, 1, 1_000)]);
  expect(chance[0]).toBeGreaterThan(0.95);
  expect(chance[0]).toBeLessThan(1);
  expect(low[0]).toBeLessThan(chance[0] ?? 0);
  expect(high[0]).toBeLessThan(1);
  const chain = Array.from({ length: 99 }, (_, i) => beat(i, i + 1, 100_000));
  const long = bradleyTerry(100, chain);
  expect([...long.chance, ...long.low, ...long.high].every(Number.isFinite)).toBe(true);
  expect(long.chance.toSorted((a, b) => b - a)).toEqual(long.chance);
});

test('[T7] more duels make the interval narrower', () => {
  const width = (times: number) => {
    const { low, high } = bradleyTerry(2, [beat(0, 1, times), beat(1, 0, times)]);
    return (high[0] ?? 0) - (low[0] ?? 0);
  };
  expect(width(10)).toBeLessThan(width(1));
  expect(width(10_000)).toBeLessThan(0.01);
});

const duels = fc.integer({ min: 2, max: 7 }).chain((entries) => {
  const index = fc.nat({ max: entries - 1 });
  const win = fc
    .tuple(index, index, fc.integer({ min: 1, max: 30 }))
    .filter(([winner, loser]) => winner !== loser);
  return fc.record({ entries: fc.constant(entries), wins: fc.array(win.map((w) => beat(...w))) });
});

test('[T7] other names and another order of the ballots change nothing', () => {
  fc.assert(
    fc.property(duels, fc.infiniteStream(fc.nat()), ({ entries, wins }, weights) => {
      const names = Array.from({ length: entries }, (_, i) => i);
      const keys = names.map(() => weights.next().value ?? 0);
      const renamed = names.toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
      const at = (name: number) => renamed.indexOf(name);
      const { chance, low, high } = bradleyTerry(entries, wins);
      const other = bradleyTerry(
        entries,
        wins.toReversed().map(({ winner, loser, times }) => beat(at(winner), at(loser), times)),
      );
      expect(other.chance).toEqual(renamed.map((name) => chance[name]));
      expect(other.low).toEqual(renamed.map((name) => low[name]));
      expect(other.high).toEqual(renamed.map((name) => high[name]));
    }),
  );
});

test('[T7] another win never lowers a chance, and never lifts the loser', () => {
  fc.assert(
    fc.property(duels, fc.nat(), fc.nat(), ({ entries, wins }, one, other) => {
      const winner = one % entries;
      const loser = other % entries;
      fc.pre(winner !== loser);
      const before = bradleyTerry(entries, wins).chance;
      const after = bradleyTerry(entries, [...wins, beat(winner, loser)]).chance;
      expect(after[winner]).toBeGreaterThanOrEqual(before[winner] ?? 0);
      expect(after[loser]).toBeLessThanOrEqual(before[loser] ?? 0);
    }),
  );
});

test('[T7] the chances are a half on average, each inside its interval', () => {
  fc.assert(
    fc.property(duels, ({ entries, wins }) => {
      const { chance, low, high } = bradleyTerry(entries, wins);
      expect(chance.reduce((sum, part) => sum + part, 0)).toBeCloseTo(entries / 2, 2);
      for (const [i, part] of chance.entries()) {
        expect(low[i]).toBeLessThanOrEqual(part);
        expect(high[i]).toBeGreaterThanOrEqual(part);
      }
    }),
  );
});

test('[T7] a hundred entries with all pairs decided are estimated while nobody waits', () => {
  const wins = Array.from({ length: 100 }, (_, winner) =>
    Array.from({ length: 100 }, (_, loser) => beat(winner, loser, 1 + ((winner * 7 + loser * 3) % 5))),
  )
    .flat()
    .filter(({ winner, loser }) => winner !== loser);
  expect(cpuTimeOf(() => bradleyTerry(100, wins))).toBeLessThan(200);
});

test('[T7] thousands that were never compared cost nothing, and stand as they would', () => {
  const few = [beat(3, 1_999)];
  expect(cpuTimeOf(() => bradleyTerry(2_000, few))).toBeLessThan(200);
  const { chance, low, high } = bradleyTerry(2_000, few);
  expect([chance[3], chance[1_999], chance[0]]).toEqual([0.6806, 0.3194, 0.5]);
  // Variance 4 − 1 / (2,000 × ¼), nearly: σ(±1.96 × 1.9995).
  expect([low[0], high[0]]).toEqual([0.0195, 0.9805]);
});
