import { expect, test } from 'vitest';
import type { Wire } from '../../client/lib/wire.ts';
import { Desk } from '../../client/stage/steer/desk.svelte.ts';
import { noteSentence } from '../../client/stage/steer/note.ts';
import { type Ack, accepted, rejected } from '../../shared/ack.ts';
import type { BoardView, RoundStatus } from '../../shared/board-view.ts';
import { stage } from '../../shared/messages/de/stage.ts';
import { makeRound, makeView } from './views.ts';

test('O closes the open round and says how to take it back', async () => {
  const { desk, asked } = deskOn('open');
  await desk.act('open-close');
  expect(asked).toEqual([['round:close', { boardId: 'board', roundId: 'r0' }]]);
  expect(desk.note).toBe('undo-hint');
});

test('closing a round with hidden results promises no way back', async () => {
  const tally = { version: 3, ballots: 2, counts: null };
  const hidden = makeView(makeRound({ id: 'r0', results: 'after-close', tally }));
  const { desk } = deskOn('open', accepted({ seq: 2 }), hidden);
  await desk.act('open-close');
  expect(desk.note).toBeNull();
});

test('without the maker’s session the window says that it only shows', async () => {
  const { desk } = deskOn('open', rejected('not_allowed'));
  await desk.act('open-close');
  expect(desk.note).toBe('only-shows');
});

test('a window that only shows says so for every key, and asks once for those that ask nothing', async () => {
  const { desk, asked, reads } = deskOn(
    'closed',
    rejected('not_allowed'),
    undefined,
    rejected('not_allowed'),
  );
  await desk.act('open-close');
  expect(desk.note).toBe('only-shows');
  await desk.act('open-close');
  expect(desk.note).toBe('only-shows');
  expect([asked, reads()]).toEqual([[], 1]);
  await desk.act('reveal-hide');
  expect(desk.note).toBe('only-shows');
  await desk.act('back');
  expect(desk.note).toBe('only-shows');
});

test('a key that succeeds forgets that the window only showed', async () => {
  const answers = [rejected('not_allowed'), accepted({ seq: 2 })];
  const { desk } = deskOn('closed', () => answers.shift() ?? rejected('unavailable'));
  await desk.act('reveal-hide');
  expect(desk.note).toBe('only-shows');
  await desk.act('open-close');
  expect(desk.note).toBe('only-shows');
  await desk.act('reveal-hide');
  await desk.act('open-close');
  expect(desk.note).toBe('already-closed');
});

test('without a connection a key is answered by what the window knows', async () => {
  const { desk } = deskOn('closed', rejected('unavailable'), undefined, rejected('unavailable'));
  await desk.act('open-close');
  expect(desk.note).toBe('already-closed');
});

test('any other no is said in its own words', async () => {
  const { desk } = deskOn('closed', rejected('undo_too_late'));
  await desk.act('undo');
  expect(desk.note).toEqual({ code: 'undo_too_late' });
  expect(noteSentence({ code: 'undo_too_late' }, stage, ({ code }) => code)).toBe('undo_too_late');
  expect(noteSentence('close-first', stage, String)).toBe(stage.closeFirst);
});

test('next asks the run sheet, because the stage does not know rounds that were never shown', async () => {
  const { desk, asked } = deskOn('closed');
  await desk.act('next');
  expect(asked).toEqual([['round:show', { boardId: 'board', roundId: 'r1' }]]);
});

test('a second press while the first is on its way is dropped', async () => {
  const { desk, asked } = deskOn('open');
  await Promise.all([desk.act('open-close'), desk.act('open-close')]);
  expect(asked).toHaveLength(1);
});

test('blank, big code and help concern this window alone', async () => {
  const { desk, asked } = deskOn('open');
  await desk.act('blank');
  await desk.act('big-code');
  await desk.act('help');
  expect([desk.blank, desk.bigCode, desk.help]).toEqual([true, true, true]);
  await desk.act('leave');
  desk.closeHelp();
  expect([desk.blank, desk.bigCode, desk.help]).toEqual([false, false, false]);
  expect(asked).toEqual([]);
});

type Answer = Ack<{ seq: number }>;

function deskOn(
  status: RoundStatus,
  answer: Answer | (() => Answer) = accepted({ seq: 2 }),
  view: BoardView = viewOf([status]),
  sheet: Ack<BoardView> = accepted(viewOf([status, 'draft'])),
) {
  const asked: unknown[] = [];
  let reads = 0;
  const link = {
    call: async (event: string, command: unknown) => {
      asked.push([event, command]);
      return typeof answer === 'function' ? answer() : answer;
    },
  } as unknown as Wire;
  const read = async () => {
    reads += 1;
    return sheet;
  };
  return { desk: new Desk({ view, link }, { read }), asked, reads: () => reads };
}

function viewOf(statuses: readonly RoundStatus[]): BoardView {
  const rounds = statuses.map((status, i) => makeRound({ id: `r${i}`, status }));
  return { ...makeView(rounds[0]), rounds };
}
