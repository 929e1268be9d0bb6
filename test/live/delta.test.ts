import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta } from '../../shared/apply.ts';
import type { BoardView, RoundView } from '../../shared/board-view.ts';
import { difference } from '../../server/live/delta.ts';
import { plainHead } from '../support/plain-head.ts';

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
      ...head,
      id,
      kind: 'drafts' as const,
      rule: { kind: 'approve' as const },
      results: 'live' as const,
      seconds: null,
      openedAt: null,
      closesAt: null,
      closedAt: null,
      ideas: null,
      collecting: false,
      outcome: null,
      tally: { version: 0, ballots: 0, counts: hidden ? null : ids.map(() => 0) },
      entries: ids.map((entry) => ({ id: entry, title: entry, text: '', picture: null, alt: '' })),
    })) as fc.Arbitrary<RoundView>;

const view = (seq: number): fc.Arbitrary<BoardView> =>
  fc
    .uniqueArray(fc.constantFrom('r1', 'r2', 'r3', 'r4'), { maxLength: 4 })
    .chain((ids) => fc.tuple(fc.constant(ids), fc.tuple(...ids.map(round)), fc.string({ maxLength: 3 })))
    .map(([, rounds, title]) => ({
      seq,
      present: 1,
      rounds,
      credits: [],
      head: {
        id: 'board',
        slug: 'board',
        joinCode: 'K7PX2M',
        title,
        reason: '',
        makerName: '',
        accent: 'kiefer' as const,
        language: 'de' as const,
        ...plainHead,
        currentRoundId: null,
      },
    }));

test('what is told of a change leads from the one view to the other, whatever changed', () => {
  fc.assert(
    fc.property(view(1), view(2), (before, after) => {
      const applied = applyDelta(before, { seq: 2, changes: difference(before, after) });
      expect(applied).toEqual(after);
    }),
    { numRuns: 500 },
  );
});

test('a view that did not change has nothing to tell', () => {
  fc.assert(
    fc.property(view(1), (same) => {
      expect(difference(same, structuredClone(same))).toEqual([]);
    }),
  );
});
