import { expect, test } from 'vitest';
import { actionFor, type KeyPress } from '../../client/stage/steer/keys.ts';
import { overlayOptions } from '../../client/stage/overlay/options.ts';
import { stepFor } from '../../client/stage/steer/steering.ts';
import { testView } from '../../client/stage/overlay/test-figures.ts';
import type { BoardView, RoundStatus } from '../../shared/board-view.ts';
import { makeRound, makeView } from './views.ts';

test('keys of a keyboard and of a presenter mean the same', () => {
  for (const key of ['ArrowRight', ' ', 'PageDown']) expect(actionFor(press(key))).toBe('next');
  for (const key of ['ArrowLeft', 'PageUp']) expect(actionFor(press(key))).toBe('back');
  expect(actionFor(press('o'))).toBe('open-close');
  expect(actionFor(press('O'))).toBe('open-close');
  expect(actionFor(press('?'))).toBe('help');
  expect(actionFor(press('x'))).toBeNull();
});

test('a held key and the shortcuts of the browser do nothing', () => {
  expect(actionFor({ ...press('r'), ctrlKey: true })).toBeNull();
  expect(actionFor({ ...press('r'), metaKey: true })).toBeNull();
  expect(actionFor({ ...press('ArrowLeft'), altKey: true })).toBeNull();
  expect(actionFor({ ...press('o'), repeat: true })).toBeNull();
});

test('next and back walk through the rounds; before the first nothing is shown', () => {
  const rounds: RoundStatus[] = ['revealed', 'draft', 'draft'];
  expect(stepFor('next', sheet(rounds, 0))).toEqual({ ask: 'round:show', roundId: 'r1' });
  expect(stepFor('next', sheet(rounds, 2))).toEqual({ say: 'last-round' });
  expect(stepFor('back', sheet(rounds, 1))).toEqual({ ask: 'round:show', roundId: 'r0' });
  expect(stepFor('back', sheet(rounds, 0))).toEqual({ ask: 'round:show', roundId: null });
  expect(stepFor('back', sheet(rounds, null))).toEqual({ say: 'first-round' });
  expect(stepFor('next', sheet(rounds, null))).toEqual({ ask: 'round:show', roundId: 'r1' });
  expect(stepFor('next', sheet([], null))).toEqual({ say: 'empty-sheet' });
});

test('O opens and closes, R reveals and hides, Z takes back', () => {
  expect(stepFor('open-close', sheet(['draft'], 0))).toEqual({ ask: 'round:open', roundId: 'r0' });
  expect(stepFor('open-close', sheet(['open'], 0))).toEqual({ ask: 'round:close', roundId: 'r0' });
  expect(stepFor('open-close', sheet(['closed'], 0))).toEqual({ say: 'already-closed' });
  expect(stepFor('reveal-hide', sheet(['open'], 0))).toEqual({ say: 'close-first' });
  expect(stepFor('reveal-hide', sheet(['closed'], 0))).toEqual({ ask: 'round:reveal', roundId: 'r0' });
  expect(stepFor('reveal-hide', sheet(['revealed'], 0))).toEqual({
    ask: 'round:undo',
    roundId: 'r0',
    status: 'revealed',
    run: 1,
  });
  expect(stepFor('undo', sheet(['closed'], 0))).toEqual({
    ask: 'round:undo',
    roundId: 'r0',
    status: 'closed',
    run: 1,
  });
  expect(stepFor('open-close', sheet(['draft'], null))).toEqual({ say: 'no-round' });
});

test('what concerns only this window asks nothing of the server', () => {
  expect(stepFor('blank', sheet(['open'], 0))).toBeNull();
});

test('the address chooses the overlay; anything else is the stage', () => {
  expect(overlayOptions('')).toBeNull();
  expect(overlayOptions('?overlay=0&scene=qr')).toBeNull();
  expect(overlayOptions('?overlay=1')).toEqual({ scene: 'bars', test: null });
  expect(overlayOptions('?overlay=1&scene=ticker&test=1')).toEqual({ scene: 'ticker', test: 'bars' });
  expect(overlayOptions('?overlay=1&scene=duel&test=credits')).toEqual({ scene: 'duel', test: 'credits' });
  expect(overlayOptions('?overlay=1&scene=nonsense')).toEqual({ scene: 'bars', test: null });
});

test('made-up figures move, add up and start over every minute', () => {
  const words = { question: 'Which?', titles: ['a', 'b', 'c'] };
  const at = (now: number) => testView(sheet([], null).head, words, now).rounds[0];
  const sum = (counts: readonly number[] | null | undefined) => (counts ?? []).reduce((a, b) => a + b, 0);
  expect(sum(at(60_000)?.tally.counts)).toBe(0);
  expect(sum(at(100_000)?.tally.counts)).toBeGreaterThan(sum(at(80_000)?.tally.counts));
  expect(sum(at(100_000)?.tally.counts)).toBe(at(100_000)?.tally.ballots);
  expect(at(125_000)?.tally).toEqual(at(65_000)?.tally);
});

function press(key: string): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, repeat: false };
}

function sheet(statuses: readonly RoundStatus[], current: number | null): BoardView {
  const { head, ...view } = makeView();
  return {
    ...view,
    head: { ...head, currentRoundId: current === null ? null : `r${current}` },
    rounds: statuses.map((status, i) => makeRound({ id: `r${i}`, status })),
  };
}
