// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Wire } from '../../client/lib/wire.ts';
import { Desk } from '../../client/stage/steer/desk.svelte.ts';
import { noteSentence } from '../../client/stage/steer/note.ts';
import { type Ack, accepted, rejected } from '../../shared/ack.ts';
import type { BoardView, RoundStatus } from '../../shared/board-view.ts';
import { stage } from '../../shared/messages/de/stage.ts';
import { FakeWire } from './fake-wire.ts';
import { PropsBox } from './props-box.svelte.ts';
import { settled } from './shown.ts';
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
  const { desk, asked } = deskOn('closed', rejected('undo_too_late'));
  await desk.act('undo');
  expect(asked).toEqual([['round:undo', { boardId: 'board', roundId: 'r0', status: 'closed', run: 1 }]]);
  expect(desk.note).toEqual({ code: 'undo_too_late' });
  expect(noteSentence({ code: 'undo_too_late' }, stage, ({ code }) => code)).toBe('undo_too_late');
  expect(noteSentence('close-first', stage, String)).toBe(stage.closeFirst);
});

test('next asks the run sheet, because the stage does not know rounds that were never shown', async () => {
  const { desk, asked } = deskOn('closed');
  await desk.act('next');
  expect(asked).toEqual([['round:show', { boardId: 'board', roundId: 'r1' }]]);
});

test('the same switch pressed twice is done once, and the note says what became of the second', async () => {
  for (const [key, event] of [
    ['open-close', 'round:close'],
    ['credits', 'stage:show'],
  ] as const) {
    const { desk, wire } = lineOn('open');
    desk.act(key);
    expect(desk.note).toBeNull();
    desk.act(key);
    expect(desk.note).toBe('too-many');
    await wire.accept(event, { seq: 2 });
    expect(wire.calls).toEqual([]);
    expect(desk.note).toBe(key === 'credits' ? 'too-many' : 'undo-hint');
    desk.act(key);
    expect(desk.note).not.toBe('too-many');
  }
});

test('another key waits for the one under way, and is done on the view as it is then', async () => {
  const { desk, wire, box } = lineOn('open');
  desk.act('open-close');
  desk.act('reveal-hide');
  desk.act('credits');
  expect(desk.note).toBe('too-many');
  expect(wire.calls.map(({ event }) => event)).toEqual(['round:close']);
  await wire.accept('round:close', { seq: 4 });
  // The step itself is not here yet: an open round could not be revealed.
  expect(wire.calls).toEqual([]);
  box.set({ view: { ...viewOf(['closed']), seq: 4 } });
  await settled();
  expect(await wire.accept('round:reveal', { seq: 5 })).toEqual({ boardId: 'board', roundId: 'r0' });
  expect(wire.calls).toEqual([]);
});

test('two steps from round to round are two steps', async () => {
  const { desk, wire } = lineOn('closed');
  desk.act('next');
  desk.act('next');
  for (const at of [0, 1]) {
    const { head, ...view } = viewOf(['closed', 'draft', 'draft']);
    await wire.accept('read', { ...view, head: { ...head, currentRoundId: `r${at}` } });
    expect(await wire.accept('round:show', { seq: 2 })).toEqual({ boardId: 'board', roundId: `r${at + 1}` });
    await settled();
  }
});

test('without an answer what waits is dropped, and the next key is free again', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { desk, wire } = lineOn('open');
  desk.act('open-close');
  desk.act('credits');
  vi.advanceTimersByTime(1_500);
  expect(desk.note).toBe('under-way');
  await wire.take('round:close').answer(rejected('unavailable') as Ack<never>);
  expect(desk.note).toEqual({ code: 'unavailable' });
  expect(wire.calls).toEqual([]);
  desk.act('credits');
  await wire.accept('stage:show', { seq: 2 });
  expect(desk.note).toBeNull();
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

/** A stage whose line the test answers on. The run sheet has a line of its own, here it is the same. */
function lineOn(status: RoundStatus) {
  const wire = new FakeWire();
  const box = new PropsBox({ view: viewOf([status]) });
  const board = {
    link: wire,
    get view() {
      return box.props.view;
    },
  };
  const read = (slug: string) => wire.call('read' as 'board:join', { as: 'maker', slug });
  return { desk: new Desk(board, { read: read as never }), wire, box };
}

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
