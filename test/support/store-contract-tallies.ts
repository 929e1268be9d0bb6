import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredTally } from '../../server/store/store.ts';
import type { OpenStore } from './store-contract.ts';
import { cast, openBoard } from './stored-boards.ts';

export function tallyContract(open: OpenStore): void {
  test('[T1] a run without ballots has a tally of zero', async () => {
    await using opened = await open();
    await openBoard(opened.store);
    const zero = { version: 0, ballots: 0, counts: new Map() };
    expect(await opened.store.readTally('legs', 1)).toEqual(zero);
    expect(await opened.store.recount('legs', 1)).toEqual(zero);
    expect(await opened.store.readTally('arms', 1)).toEqual(zero);
  });

  test('[T3] the version grows with every commit that moves something, and only then', async () => {
    await using opened = await open();
    const { store } = opened;
    await openBoard(store);
    expect(await versionAfter([['ana', 1, 'oak']])).toBe(1);
    expect(await versionAfter([['ana', 1, 'oak']])).toBe(1);
    expect(await versionAfter([['ana', 2, 'oak']])).toBe(1);
    expect(await versionAfter([['ana', 1, 'ash']])).toBe(1);
    expect(
      await versionAfter([
        ['ben', 1, 'oak'],
        ['cem', 1, 'ash'],
      ]),
    ).toBe(2);
    expect(
      await versionAfter([
        ['ana', 3, 'ash'],
        ['cem', 2, 'oak'],
      ]),
    ).toBe(2);
    expect(await versionAfter([['ana', 4, 'walnut']])).toBe(3);

    async function versionAfter(ballots: Parameters<typeof cast>[1]) {
      const result = await cast(store, ballots);
      if (!result.ok) throw new Error(result.code);
      expect(result.tally).toEqual(await store.readTally('legs', 1));
      return result.tally.version;
    }
  });

  test('[T1] [V3] whatever comes, in whatever order: tally = recount = a naive model', async () => {
    const ballot = fc.tuple(
      fc.constantFrom('ana', 'ben', 'cem', 'dora'),
      fc.integer({ min: 1, max: 6 }),
      fc.subarray(['oak', 'walnut', 'ash'], { minLength: 1 }),
    );
    const batches = fc.array(fc.array(ballot, { maxLength: 12 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(batches, async (run) => {
        await using opened = await open();
        const { store } = opened;
        await openBoard(store);
        const model = new Map<string, { rev: number; entries: string[] }>();
        for (const batch of run) {
          const result = await cast(
            store,
            batch.map(([who, rev, entries]) => [who, rev, ...entries] as const),
          );
          for (const [who, rev, entries] of batch) {
            if (rev > (model.get(who)?.rev ?? 0)) model.set(who, { rev, entries });
          }
          const tally = await store.readTally('legs', 1);
          expect(result).toMatchObject({ ok: true, tally });
          expect(plain(tally)).toEqual(plain(await store.recount('legs', 1)));
          expect(plain(tally)).toMatchObject(naive([...model.values()].map(({ entries }) => entries)));
        }
        for (const [who, { rev, entries }] of model) {
          expect(await store.readBallots('bedside', who)).toEqual([
            { roundId: 'legs', run: 1, rev, entries },
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });
}

function naive(ballots: readonly (readonly string[])[]): { ballots: number; counts: Record<string, number> } {
  const counts: Record<string, number> = {};
  for (const entry of ballots.flat()) counts[entry] = (counts[entry] ?? 0) + 1;
  return { ballots: ballots.length, counts };
}

function plain({ version, ballots, counts }: StoredTally) {
  return { version, ballots, counts: Object.fromEntries([...counts].filter(([, votes]) => votes > 0)) };
}
