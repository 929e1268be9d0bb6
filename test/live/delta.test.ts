import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta } from '../../shared/apply.ts';
import type { BoardView, Credit, RoundView } from '../../shared/board-view.ts';
import type { Idea } from '../../shared/entry.ts';
import { difference } from '../../server/live/delta.ts';
import { plainHead } from '../support/plain-head.ts';

const plainRound: Omit<RoundView, 'tally' | 'entries'> = {
  id: 'r1',
  kind: 'drafts',
  question: '',
  status: 'open',
  run: 1,
  rule: { kind: 'approve' },
  results: 'live',
  seconds: null,
  openedAt: null,
  closesAt: null,
  closedAt: null,
  ideas: null,
  collecting: false,
  outcome: null,
};

const entryIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });

const round = (id: string): fc.Arbitrary<RoundView> =>
  fc
    .record({
      entryIds,
      status: fc.constantFrom('draft', 'open', 'closed', 'revealed'),
      run: fc.nat({ max: 3 }),
      question: fc.string({ maxLength: 3 }),
      hidden: fc.boolean(),
    })
    .map(({ entryIds: ids, hidden, ...head }) => ({
      ...plainRound,
      ...head,
      id,
      tally: { version: 0, ballots: 0, counts: hidden ? null : ids.map(() => 0) },
      entries: ids.map((entry) => ({ id: entry, title: entry, text: '', picture: null, alt: '' })),
    })) as fc.Arbitrary<RoundView>;

const someView: BoardView = {
  seq: 1,
  present: 1,
  rounds: [],
  credits: [],
  head: {
    id: 'board',
    slug: 'board',
    joinCode: 'K7PX2M',
    title: '',
    reason: '',
    makerName: '',
    accent: 'kiefer',
    language: 'de',
    ...plainHead,
    currentRoundId: null,
  },
};

const view = (seq: number): fc.Arbitrary<BoardView> =>
  fc
    .uniqueArray(fc.constantFrom('r1', 'r2', 'r3', 'r4'), { maxLength: 4 })
    .chain((ids) => fc.tuple(fc.constant(ids), fc.tuple(...ids.map(round)), fc.string({ maxLength: 3 })))
    .map(([, rounds, title]) => ({ ...someView, seq, rounds, head: { ...someView.head, title } }));

/** Ideas keep their places: the later view has the same ones, perhaps changed, and perhaps more. */
const ideaRounds = fc
  .record({
    shared: fc.array(fc.constantFrom('shown', 'folded', 'merged'), { maxLength: 6 }),
    changed: fc.array(fc.boolean(), { maxLength: 6 }),
    more: fc.nat({ max: 3 }),
    kind: fc.constantFrom('approve', 'rank', 'duel'),
    hidden: fc.boolean(),
    recounted: fc.boolean(),
  })
  .map(({ shared, changed, more, kind, hidden, recounted }) => {
    const before = shared.map((state, i) => anEntry(i, state));
    const after = [
      ...before.map((entry, i) => (changed[i] ? { ...entry, title: `${entry.title}!` } : entry)),
      ...Array.from({ length: more }, (_, i) => anEntry(before.length + i, 'shown')),
    ];
    const one = (entries: readonly Idea[], version: number) =>
      ideaRound(entries, kind, hidden, version, kind === 'duel' ? entries.length : before.length);
    return [one(before, 1), one(after, recounted ? 2 : 1)] as const;
  });

function anEntry(place: number, state: Idea['state']): Idea {
  return { id: `i${place}`, title: `Idee ${place}`, text: '', picture: null, alt: '', state, at: place };
}

/** `counted`: entries behind it have a zero. */
function ideaRound(
  entries: readonly Idea[],
  kind: string,
  hidden: boolean,
  version: number,
  counted: number,
): RoundView {
  const numbers = entries.map((_, i) => (i < counted ? version + i : 0));
  const duels = { pairs: 1, chance: numbers, low: numbers, high: numbers };
  return {
    ...plainRound,
    kind: 'ideas',
    rule: { kind } as RoundView['rule'],
    tally: {
      version,
      ballots: 3,
      counts: hidden ? null : numbers,
      ...(kind === 'rank' && !hidden && { firsts: numbers }),
      ...(kind === 'duel' && !hidden && { duels }),
    },
    entries,
  };
}

const credits = fc
  .uniqueArray(fc.constantFrom('ana', 'ben', 'cem', 'dua'))
  .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), name: fc.string() }))))
  .map((list): readonly Credit[] => list.map((credit) => ({ ...credit, ideas: [] })));

test('what is told of a change leads from the one view to the other, whatever changed', () => {
  fc.assert(
    fc.property(view(1), view(2), credits, credits, (before, after, names, newNames) => {
      const [from, to] = [
        { ...before, credits: names },
        { ...after, credits: newNames },
      ];
      expect(applyDelta(from, { seq: 2, changes: difference(from, to) })).toEqual(to);
    }),
    { numRuns: 500 },
  );
});

test('[I7] of ideas only those are told that came or changed, and the counts grow with them', () => {
  fc.assert(
    fc.property(view(1), ideaRounds, (board, [before, after]) => {
      const [from, to] = [
        { ...board, rounds: [before] },
        { ...board, seq: 2, rounds: [after] },
      ];
      const changes = difference(from, to);
      expect(applyDelta(from, { seq: 2, changes })).toEqual(to);
      const moved = after.entries.filter((entry, i) => entry !== before.entries[i]);
      const told = changes.flatMap((change) => (change.kind === 'entry' ? change.entry : []));
      if (after.rule.kind !== 'duel') expect(told).toEqual(moved);
    }),
    { numRuns: 500 },
  );
});

test('two thousand ideas that stay the same are not even looked at', () => {
  const entries = Array.from({ length: 2_000 }, (_, i) =>
    Object.defineProperty(anEntry(i, 'shown'), 'toJSON', {
      value: () => {
        throw new Error('looked at');
      },
    }),
  );
  const before = ideaRound(entries, 'approve', false, 1, 2_000);
  const added = anEntry(2_000, 'shown');
  const after = { ...ideaRound([...entries, added], 'approve', false, 1, 2_000) };
  const [from, to] = [before, after].map((only, i) => ({ ...someView, seq: i + 1, rounds: [only] }));
  if (!from || !to) throw new Error('no views');
  expect(difference(from, to)).toEqual([{ kind: 'entry', roundId: 'r1', at: 2_000, entry: added }]);
});

test('a view that did not change has nothing to tell', () => {
  fc.assert(
    fc.property(view(1), (same) => {
      expect(difference(same, structuredClone(same))).toEqual([]);
    }),
  );
});
