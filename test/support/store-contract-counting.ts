import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Choice } from '../../server/domain/count.ts';
import { mergeIdeas, splitIdea } from '../../server/domain/moderation.ts';
import { openRound } from '../../server/domain/run.ts';
import type { Store } from '../../server/store/store.ts';
import type { BallotRule } from '../../shared/board-view.ts';
import { aBoardOfIdeas, anIdea } from './ideas.ts';
import { naiveCounts } from './naive-counts.ts';
import type { OpenStore } from './store-contract.ts';
import { committed } from './stored-boards.ts';

const IDS = ['oak', 'walnut', 'ash', 'elm', 'fir'];
const id = fc.constantFrom(...IDS);

const RULES: readonly BallotRule[] = [
  { kind: 'choose', min: 1, max: 3 },
  { kind: 'approve' },
  { kind: 'rank', max: 4 },
  { kind: 'points', budget: 12 },
  { kind: 'duel' },
];

interface Cast extends Choice {
  readonly participant: string;
  readonly rev: number;
}

type Step =
  | { readonly kind: 'cast'; readonly ballots: readonly Cast[] }
  | { readonly kind: 'merge'; readonly from: string; readonly into: string }
  | { readonly kind: 'split'; readonly id: string };

/** [T1] For every rule, whatever is cast, replaced, repeated, overtaken, withdrawn, merged and split. */
export function countingContract(open: OpenStore): void {
  test.each(RULES)(
    '[T1] [V3] [V6] [M4] [M6] by the rule %o the tally is the recount of the ballots',
    async (rule) => {
      await fc.assert(
        fc.asyncProperty(stepsOf(rule), async (steps) => {
          await using opened = await open();
          await follow(opened.store, rule, steps);
        }),
        { numRuns: 40 },
      );
    },
  );
}

async function follow(store: Store, rule: BallotRule, steps: readonly Step[]): Promise<void> {
  const drafted = aBoardOfIdeas(
    IDS.map((id) => anIdea(id)),
    { rule },
  );
  await store.createBoard(drafted);
  let board = await committed(store, drafted, (now) => openRound(now, 'legs', 2_000));
  const ballots = new Map<string, Cast>();
  const merged = new Map<string, string>();

  const check = async () => {
    const tally = await store.readTally('legs', 1);
    expect(await store.recount('legs', 1)).toEqual(tally);
    const cast = [...ballots.values()].filter(({ entries }) => entries.length > 0);
    const counts = naiveCounts(rule, cast, merged);
    expect(tally.ballots).toBe(cast.length);
    expect(IDS.map((id) => tally.counts.get(id) ?? 0)).toEqual(IDS.map((id) => counts.get(id) ?? 0));
    return tally;
  };
  const split = async (id: string) => {
    if (!merged.delete(id)) return;
    board = await committed(store, board, (now) => splitIdea(now, id));
  };

  for (const step of steps) {
    const { version } = await check();
    if (step.kind === 'cast') {
      const batch = { boardId: board.id, roundId: 'legs', run: 1, now: 2_500, ballots: step.ballots };
      const result = await store.castBallots(batch);
      for (const ballot of step.ballots) {
        if (ballot.rev > (ballots.get(ballot.participant)?.rev ?? 0)) ballots.set(ballot.participant, ballot);
      }
      expect(result).toMatchObject({ ok: true, tally: await check() });
    } else if (step.kind === 'split') {
      await split(step.id);
    } else if (step.from !== step.into && !merged.has(step.from) && !merged.has(step.into)) {
      board = await committed(store, board, (now) => mergeIdeas(now, [step.from], step.into));
      for (const [id, into] of merged) if (into === step.from) merged.set(id, step.into);
      merged.set(step.from, step.into);
      if (ballots.size > 0) expect((await check()).version).toBe(version + 1);
    }
    expect((await check()).version).toBeGreaterThanOrEqual(version);
  }

  for (const id of [...merged.keys()]) await split(id);
  await check();
  for (const { participant, ...ballot } of ballots.values()) {
    expect(await store.readBallots(board.id, participant)).toEqual([{ roundId: 'legs', run: 1, ...ballot }]);
  }
}

function stepsOf(rule: BallotRule): fc.Arbitrary<readonly Step[]> {
  const ballot = fc.record({
    participant: fc.constantFrom('ana', 'ben', 'cem', 'dora'),
    rev: fc.integer({ min: 1, max: 6 }),
    choice: choicesOf(rule),
  });
  const cast = fc.array(ballot, { minLength: 1, maxLength: 8 }).map((list) => ({
    kind: 'cast' as const,
    ballots: list.map(({ choice, ...who }) => ({ ...who, ...choice })),
  }));
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: cast },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: id, into: id }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('split' as const), id }) },
    ),
    { maxLength: 8 },
  );
}

/** Ballots that fit the rule, and now and then an empty one. */
function choicesOf(rule: BallotRule): fc.Arbitrary<Choice> {
  const some = (most: number) => fc.shuffledSubarray(IDS, { maxLength: most });
  switch (rule.kind) {
    case 'choose':
    case 'rank':
      return some(rule.max).map((entries) => ({ entries }));
    case 'approve':
      return some(IDS.length).map((entries) => ({ entries }));
    case 'points':
      return some(4).chain((entries) =>
        entries.length === 0
          ? fc.constant({ entries })
          : fc
              .array(fc.integer({ min: 1, max: 3 }), { minLength: entries.length, maxLength: entries.length })
              .map((points) => ({ entries, points })),
      );
    case 'duel': {
      const pairs = IDS.flatMap((one, at) => IDS.slice(at + 1).map((other) => [one, other]));
      return fc
        .tuple(fc.shuffledSubarray(pairs), fc.array(fc.boolean(), { minLength: pairs.length }))
        .map(([chosen, turned]) => ({
          entries: chosen.flatMap((pair, at) => (turned[at] ? pair.toReversed() : pair)),
        }));
    }
  }
}
