// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { Commands } from '../../client/studio/commands.svelte.ts';
import Notices from '../../client/studio/parts/Notices.svelte';
import { DraftTable } from '../../client/studio/round/draft-table.svelte.ts';
import type { BoardView } from '../../shared/board-view.ts';
import { rejected } from '../../shared/ack.ts';
import { FakeWire } from './fake-wire.ts';
import { PropsBox } from './props-box.svelte.ts';
import { settled, show } from './shown.ts';
import { makeRound, makeView } from './views.ts';

const planned = { status: 'draft', run: 0 } as const;

/** The draft "walnut" was just taken away. */
async function removed() {
  const wire = new FakeWire();
  const commands = new Commands(wire);
  const round = makeRound(planned);
  let view: BoardView = makeView(round);
  const table = new DraftTable(commands, () => view);
  const [, walnut] = round.entries;
  if (!walnut) throw new Error('no such draft');
  const lie = (ids: string[]) => {
    const entries = ids.map((id) => ({ ...walnut, id, title: `Titel ${id.replace('again', 'walnut')}` }));
    view = makeView({ ...round, entries });
  };
  const gone = table.remove(round, walnut);
  lie(['oak', 'ash']);
  await wire.accept('draft:remove', {});
  await gone;
  const called = () => wire.calls.map(({ event }) => event);
  return { wire, commands, lie, called };
}

test('taking back that was not answered is offered again', async () => {
  const { wire, commands } = await removed();
  const offer = commands.undoable;
  const back = commands.takeBack();
  expect(commands.undoable).toBeNull();
  await wire.take('draft:add').answer(rejected('unavailable'));
  await back;
  expect(commands.undoable).toBe(offer);
});

test('taking back that worked is over', async () => {
  const { wire, commands } = await removed();
  const back = commands.takeBack();
  await wire.accept('draft:add', { draftIds: ['again'] });
  expect(await wire.accept('draft:move', {})).toMatchObject({ draftId: 'again', to: 1 });
  await back;
  expect(commands.undoable).toBeNull();
});

test('a draft comes back also where a new one has been given its name meanwhile', async () => {
  const { wire, commands, lie } = await removed();
  lie(['oak', 'ash', 'again']);
  const back = commands.takeBack();
  await wire.accept('draft:add', { draftIds: ['walnut-2'] });
  expect(await wire.accept('draft:move', {})).toMatchObject({ draftId: 'walnut-2', to: 1 });
  await back;
});

test('a draft that came back although nobody answered is not added a second time', async () => {
  const { wire, commands, lie, called } = await removed();
  const first = commands.takeBack();
  await wire.take('draft:add').answer(rejected('unavailable'));
  await first;
  lie(['oak', 'ash', 'again']);
  const second = commands.takeBack();
  expect(called()).not.toContain('draft:add');
  expect(await wire.accept('draft:move', {})).toMatchObject({ draftId: 'again', to: 1 });
  await second;
  expect(commands.undoable).toBeNull();
});

test('what was done meanwhile is what can be taken back', async () => {
  const { wire, commands } = await removed();
  const back = commands.takeBack();
  commands.tell('Veröffentlicht');
  await wire.take('draft:add').answer(rejected('unavailable'));
  await back;
  expect(commands.undoable?.text).toBe('Veröffentlicht');
});

test('without a connection nothing can be taken back, and the offer stays', async () => {
  const { commands } = await removed();
  const box = new PropsBox({ commands, offline: true });
  const shown = show(Notices, box.props);
  const button = () =>
    [...shown.target.querySelectorAll('button')].find((one) => one.textContent === 'Rückgängig');
  expect(button()?.disabled).toBe(true);
  box.set({ offline: false });
  await settled();
  expect(button()?.disabled).toBe(false);
});

test('the time to take something back does not run while there is no connection', async ({
  onTestFinished,
}) => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const wire = new FakeWire();
  const commands = new Commands(wire);
  commands.offerUndo('Esche entfernt', () => {});
  wire.happen('lost');
  vi.advanceTimersByTime(15_000);
  expect(commands.undoable?.text).toBe('Esche entfernt');
  wire.happen('live');
  vi.advanceTimersByTime(10_000);
  expect(commands.undoable).toBeNull();
});

test('what was written last comes back, though it was still on its way when the draft was taken away', async () => {
  const wire = new FakeWire();
  const commands = new Commands(wire);
  const round = makeRound(planned);
  const table = new DraftTable(commands, () => makeView({ ...round, entries: round.entries.slice(1) }));
  const [oak] = round.entries;
  if (!oak) throw new Error('no such draft');
  void table.update(round, oak, { title: 'Eiche' });
  void table.update(round, oak, { title: 'Eiche geölt' });
  const gone = table.remove(round, oak);
  await wire.accept('draft:update', {});
  await wire.accept('draft:update', {});
  await wire.accept('draft:remove', {});
  await gone;
  expect(commands.undoable?.text).toBe('Eiche geölt entfernt');
  void commands.takeBack();
  expect(wire.take('draft:add').command).toMatchObject({ drafts: [{ title: 'Eiche geölt' }] });
});
