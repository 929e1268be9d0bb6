import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFrame } from '../../shared/apply.ts';
import type { BoardView, TallyFrame } from '../../shared/board-view.ts';
import { viewBoard } from '../../server/domain/view.ts';
import { openRound } from '../../server/domain/run.ts';
import { Moves } from '../../server/live/moves.ts';
import { aBoardWith, decided } from '../support/boards.ts';

const titles = Array.from({ length: 70 }, (_, i) => `d${i}`);
const board = decided(aBoardWith(titles), (now) => openRound(now, 'legs', 2_000));
const start = viewBoard(board, () => ({ version: 0, ballots: 0, counts: new Map() }), 'stage', 1);

/** Which entries get a vote in one tick. */
const tick = fc.uniqueArray(fc.nat({ max: titles.length - 1 }), { maxLength: titles.length });

function framesOf(ticks: readonly (readonly number[])[]): TallyFrame[] {
  const counts = titles.map(() => 0);
  return ticks.map((voted, i) => {
    for (const at of voted) counts[at] = (counts[at] ?? 0) + 1;
    const tally = { version: i + 1, ballots: i + 1, counts: [...counts] };
    return { seq: start.seq, present: 1, roundId: 'legs', run: 1, tally };
  });
}

test('a view that hears every shortened frame is the view that hears every whole one', () => {
  fc.assert(
    fc.property(fc.array(tick, { maxLength: 12 }), (ticks) => {
      const moves = new Moves();
      let [short, whole]: [BoardView | 'stale', BoardView | 'stale'] = [start, start];
      for (const frame of framesOf(ticks)) {
        if (short === 'stale' || whole === 'stale') throw new Error('stale');
        short = applyFrame(short, moves.shorten(frame));
        whole = applyFrame(whole, frame);
      }
      expect(short).toEqual(whole);
    }),
  );
});

test('a view that misses some ends right or knows that it is stale', () => {
  const perhapsLost = fc.record({ voted: tick, lost: fc.boolean() });
  fc.assert(
    fc.property(fc.array(perhapsLost, { minLength: 1, maxLength: 12 }), (ticks) => {
      const moves = new Moves();
      const frames = framesOf(ticks.map(({ voted }) => voted));
      const heard = frames.map((frame) => moves.shorten(frame)).filter((_, i) => !ticks[i]?.lost);
      const end = heard.reduce<BoardView | 'stale'>(
        (view, frame) => (view === 'stale' ? view : applyFrame(view, frame)),
        start,
      );
      if (end === 'stale' || ticks.at(-1)?.lost) return;
      expect(end.rounds[0]?.tally).toEqual(frames.at(-1)?.tally);
    }),
  );
});

test('a tick in which everything moved is told whole: that is shorter', () => {
  const moves = new Moves();
  const [first, second] = framesOf([[1], titles.map((_, at) => at)]);
  if (!first || !second) throw new Error('no frames');
  moves.shorten(first);
  expect(moves.shorten(second)).toBe(second);
});

test('another round, or another run, begins whole', () => {
  const moves = new Moves();
  const [first, second] = framesOf([[1], [2]]);
  if (!first || !second) throw new Error('no frames');
  moves.shorten(first);
  const again = { ...second, run: 2 };
  expect(moves.shorten(again)).toBe(again);
});
