import { expect, test } from 'vitest';
import { updateBoard } from '../../server/domain/board.ts';
import { collectIdeas } from '../../server/domain/idea.ts';
import { addStep, publishOutcome } from '../../server/domain/outcome.ts';
import { endsAt } from '../../server/domain/retention.ts';
import { addRound } from '../../server/domain/round.ts';
import { closeRound, openRound, revealRound } from '../../server/domain/run.ts';
import { aBoardWith, decided, someFields } from '../support/boards.ts';
import { collecting, handIn, settings } from '../support/idea-rounds.ts';

const day = 24 * 60 * 60 * 1000;
const draft = aBoardWith(['oak', 'ash']);
const open = decided(draft, (now) => openRound(now, 'legs', 2_000));
const closed = decided(open, (now) => closeRound(now, 'legs', 3_000));

test('[E1] a board ends its days after the last round closed', () => {
  expect(endsAt(closed)).toBe(3_000 + 90 * day);
  const shorter = decided(closed, (now) => updateBoard(now, { keepDays: 7 }, { now: 4_000 }));
  expect(endsAt(shorter)).toBe(3_000 + 7 * day);
});

test('[E1] never before a round was closed, nor while one is open or takes ideas', () => {
  expect([endsAt(draft), endsAt(open)]).toEqual([null, null]);
  expect(endsAt(decided(closed, (now) => openRound(now, 'legs', 9_000)))).toBeNull();
  const collected = decided(
    closed,
    (now) => addRound(now, { ...someFields, ideas: settings }, 'wishes'),
    (now) => collectIdeas(now, 'wishes', true, undefined, 4_000),
  );
  expect(endsAt(collected)).toBeNull();
  expect(endsAt(decided(collected, (now) => collectIdeas(now, 'wishes', false, undefined, 5_000)))).toBe(
    3_000 + 90 * day,
  );
});

test('[E1] or after the last promised day, if that is later', () => {
  const words = { text: 'Built', picture: null, alt: '' };
  const promised = (by: number) =>
    decided(
      closed,
      (now) => revealRound(now, 'legs'),
      (now) =>
        publishOutcome(
          now,
          'legs',
          { ...words, chosen: ['oak'], reason: '', promise: { text: '', by } },
          ['oak'],
          4_000,
        ),
    );
  expect(endsAt(promised(400 * day))).toBe(490 * day);
  expect(endsAt(promised(1_000))).toBe(3_000 + 90 * day);
  const postponed = decided(promised(400 * day), (now) =>
    addStep(now, 'legs', { ...words, kind: 'postponed', by: 500 * day }, 5_000),
  );
  expect(endsAt(postponed)).toBe(590 * day);
});

test('[E1] a round that only collected counts from its last idea', () => {
  const stopped = decided(collecting(), handIn('oak', 'ana', 1_700), handIn('ash', 'ben', 1_900), (now) =>
    collectIdeas(now, 'legs', false, undefined, 5_000),
  );
  expect(endsAt(stopped)).toBe(1_900 + 90 * day);
  const empty = decided(collecting(), (now) => collectIdeas(now, 'legs', false, undefined, 5_000));
  expect(endsAt(empty)).toBeNull();
});

test('[E1] what was restored long after its end has its days from then', () => {
  expect(endsAt({ ...closed, keptFrom: 800 * day })).toBe(890 * day);
});
