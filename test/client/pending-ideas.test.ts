import { expect, test } from 'vitest';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { Outbox } from '../../client/lib/outbox.svelte.ts';
import { OwnIdeas } from '../../client/lib/own-ideas.svelte.ts';
import { rejected } from '../../shared/ack.ts';
import type { RoundView } from '../../shared/board-view.ts';
import { FakeWire } from './fake-wire.ts';
import { makeBoot, makeJoined, makeRound, makeView, memoryKeep } from './views.ts';

const collecting: Partial<RoundView> = {
  kind: 'ideas',
  rule: { kind: 'approve' },
  ideas: { whileVoting: true, review: false, pictures: true, each: 5 },
  collecting: true,
};
const hook = { title: 'Haken', text: 'aus Messing', picture: null, alt: '' };
const nothing = { ideas: [], credit: null };

/** A follower's page on a board that takes ideas, with the form for them unless another round is on show. */
async function start(keep = memoryKeep(), { form = true } = {}) {
  const wire = new FakeWire();
  const boot = makeBoot(makeView(makeRound(collecting, [])));
  const board = new LiveBoard({ as: 'follower', slug: 's', boot, link: wire, keep, now: () => 50_000 });
  const join = async (fields = {}) => {
    wire.happen('live');
    await wire.accept('board:join', makeJoined({ mine: nothing, ...fields }));
  };
  const outbox = form ? board.openOutbox(Outbox) : null;
  const submit = (fields = hook) => outbox?.submit('wood', fields) ?? '';
  return { wire, board, keep, join, outbox, submit };
}

const called = (wire: FakeWire) =>
  expect.poll(() => wire.calls.some(({ event }) => event === 'idea:submit')).toBe(true);
const own = (id: string) => ({ ...hook, id, roundId: 'wood', at: 1, state: 'shown' as const });

test('[I3] an idea handed in offline survives the reload, is sent on joining with the same id, and dropped once stored', async () => {
  const offline = await start();
  const ideaId = offline.submit();
  const [pending] = offline.board.pendingIdeas('wood');
  expect(pending).toMatchObject({ ...hook, id: ideaId, roundId: 'wood' });
  expect(offline.keep.kept.get('mitwerk.ideas.board')).toContain('Haken');
  expect(ideaId).toMatch(/^[A-Za-z0-9_-]{21}$/);
  expect(offline.wire.calls).toEqual([]);

  const reloaded = await start(offline.keep, { form: false });
  await reloaded.join();
  await called(reloaded.wire);
  expect(reloaded.board.pendingIdeas('wood')).toEqual([pending]);
  const command = await reloaded.wire.accept('idea:submit', { idea: own(pending?.id ?? '') });
  expect(command).toEqual({ boardId: 'board', roundId: 'wood', ideaId: pending?.id, ...hook });
  expect(reloaded.board.pendingIdeas('wood')).toEqual([]);
  expect(offline.keep.kept.has('mitwerk.ideas.board')).toBe(false);
});

test('an outbox that cannot be loaded is loaded on the next joining, and sends what is kept', async () => {
  const { keep, submit } = await start();
  submit();
  const wire = new FakeWire();
  let isOnline = false;
  const load = async () => {
    if (!isOnline) throw new TypeError('Failed to fetch dynamically imported module');
    return import('../../client/lib/outbox.svelte.ts');
  };
  const ideas = new OwnIdeas({ boardId: 'board', wire, keep }, load);
  const view = makeView(makeRound(collecting, []));
  wire.happen('live');
  await ideas.join(nothing, view);
  expect(ideas.pending('wood')).toEqual([]);
  isOnline = true;
  await ideas.join(nothing, view);
  expect(wire.take('idea:submit').command).toMatchObject({ roundId: 'wood', ...hook });
  expect(ideas.pending('wood')).toHaveLength(1);
});

test('[I3] only what the server has stored counts as stored, not what was given up', async () => {
  const { wire, board, join, outbox, submit } = await start();
  const [first, second] = [submit(), submit({ ...hook, title: 'Rollen' })];
  board.dropIdea(first);
  await join();
  await called(wire);
  expect([first, second].map((id) => outbox?.stored(id))).toEqual([false, false]);
  await wire.accept('idea:submit', { idea: own(second) });
  expect([first, second].map((id) => outbox?.stored(id))).toEqual([false, true]);
});

test('[I3] what the server has is not sent again, though its answer was lost', async () => {
  const first = await start();
  await first.join();
  first.submit();
  await called(first.wire);
  const { ideaId } = first.wire.take('idea:submit').command;

  const reloaded = await start(first.keep);
  await reloaded.join({ mine: { ...nothing, ideas: [own(ideaId as string)] } });
  await expect.poll(() => !first.keep.kept.has('mitwerk.ideas.board')).toBe(true);
  expect(reloaded.wire.calls).toEqual([]);
  expect(reloaded.board.mine?.ideas).toMatchObject([{ id: ideaId, title: 'Haken' }]);
});

test('a final no keeps the words and says why, until the author drops them', async () => {
  const { wire, board, keep, join, submit } = await start();
  await join();
  submit();
  await called(wire);
  await wire.take('idea:submit').answer(rejected('limit_reached', 5));
  const [refused] = board.pendingIdeas('wood');
  expect(board.refusedIdea(refused?.id ?? '')).toEqual({ code: 'limit_reached', limit: 5 });
  submit({ ...hook, title: 'Rollen' });
  await called(wire);
  expect(wire.calls).toMatchObject([{ command: { title: 'Rollen' } }]);
  board.dropIdea(refused?.id ?? '');
  expect(board.pendingIdeas('wood')).toMatchObject([{ title: 'Rollen' }]);
  expect(board.refusedIdea(refused?.id ?? '')).toBeNull();
  expect(keep.kept.get('mitwerk.ideas.board')).not.toContain('Haken');
});

test('ideas go one after the other; a fault of the server keeps them all', async () => {
  const { wire, board, join, submit } = await start();
  await join();
  submit();
  submit({ ...hook, title: 'Rollen' });
  await called(wire);
  expect(wire.calls).toMatchObject([{ command: { title: 'Haken' } }]);
  await wire.take('idea:submit').answer(rejected('unavailable'));
  expect(wire.calls).toEqual([]);
  const [first] = board.pendingIdeas('wood');
  expect(board.pendingIdeas('wood')).toMatchObject([{ title: 'Haken' }, { title: 'Rollen' }]);
  expect(board.refusedIdea(first?.id ?? '')).toBeNull();
  wire.happen('lost');
  await join();
  await called(wire);
  await wire.accept('idea:submit', { idea: own(first?.id ?? '') });
  expect(wire.calls).toMatchObject([{ command: { title: 'Rollen' } }]);
});

test('who hands in too fast is told so, and the idea stays on its way', async () => {
  const { wire, board, join, submit } = await start();
  await join();
  submit();
  await called(wire);
  await wire.take('idea:submit').answer(rejected('too_fast'));
  const [waiting] = board.pendingIdeas('wood');
  expect(board.refusedIdea(waiting?.id ?? '')).toEqual({ code: 'too_fast' });
});

test('two windows of a device do not lose each other’s ideas', async () => {
  const one = await start();
  const other = await start(one.keep);
  for (const { submit } of [one, other]) submit();
  one.board.dropIdea(one.board.pendingIdeas('wood')[0]?.id ?? '');
  expect(JSON.parse(one.keep.kept.get('mitwerk.ideas.board') ?? '[]')).toHaveLength(1);
});

test('what is told about one’s own shows at once', async () => {
  const { wire, board, join } = await start();
  expect(board.mine).toBeNull();
  await join();
  expect(board.mine).toEqual(nothing);
  const mine = { ...nothing, credit: { name: 'Ana', consent: 1, at: 1 } };
  wire.tell('mine', mine);
  expect(board.mine).toEqual(mine);
});

test('spoiled storage is no fault', async () => {
  for (const spoiled of ['{', 'null', '[{"id":3}]', '{"a":1}']) {
    const keep = memoryKeep();
    keep.write('mitwerk.ideas.board', spoiled);
    const { board, submit } = await start(keep);
    submit();
    expect(board.pendingIdeas('wood')).toHaveLength(1);
  }
});
