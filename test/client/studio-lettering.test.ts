import { expect, test } from 'vitest';
import { Commands } from '../../client/studio/commands.svelte.ts';
import { DraftTable } from '../../client/studio/round/draft-table.svelte.ts';
import { rejected } from '../../shared/ack.ts';
import { FakeWire } from './fake-wire.ts';
import { makeRound, makeView } from './views.ts';

/** Four drafts that nobody has named; the last was just moved to the front. */
async function moved() {
  const wire = new FakeWire();
  const round = makeRound({ status: 'draft', run: 0 }, ['d', 'a', 'b', 'c']);
  const titles: Record<string, string> = { d: 'Entwurf D', a: 'Entwurf A', b: 'Entwurf B', c: 'Entwurf C' };
  const entries = () => round.entries.map((draft) => ({ ...draft, title: titles[draft.id] ?? '' }));
  const table = new DraftTable(new Commands(wire), () => makeView({ ...round, entries: entries() }));
  const draft = (id: string) => {
    const found = round.entries.find((one) => one.id === id);
    if (!found) throw new Error(`no draft ${id}`);
    return found;
  };
  const move = table.move(round, draft('d'), 0);
  await wire.accept('draft:move', {});
  /** The letter that is on its way arrives. */
  const arrive = async () => {
    const { command, answer } = wire.take('draft:update');
    titles[String(command.draftId)] = String(command.title);
    await answer({ ok: true, value: {} as never });
    return `${String(command.draftId)}: ${String(command.title)}`;
  };
  return { wire, table, round, titles, draft, move, arrive };
}

test('moving letters the drafts nobody has named by their places', async () => {
  const { wire, move, arrive } = await moved();
  const sent = [await arrive(), await arrive(), await arrive(), await arrive()];
  expect(sent).toEqual(['d: Entwurf A', 'a: Entwurf B', 'b: Entwurf C', 'c: Entwurf D']);
  await move;
  expect(wire.calls).toEqual([]);
});

test('a draft named while the others are lettered keeps its name', async () => {
  const { move, titles, arrive, wire } = await moved();
  titles.b = 'Nuss';
  expect([await arrive(), await arrive(), await arrive()].at(-1)).toBe('c: Entwurf D');
  await move;
  expect(wire.calls).toEqual([]);
});

test('so does one whose name is still on its way', async () => {
  const { table, round, draft, arrive, move, wire } = await moved();
  const saved = table.update(round, draft('b'), { title: 'Nuss' });
  expect(await arrive()).toBe('d: Entwurf A');
  // The name was sent after the first letter.
  const name = wire.take('draft:update');
  expect(name.command).toMatchObject({ draftId: 'b', title: 'Nuss' });
  expect([await arrive(), await arrive()]).toEqual(['a: Entwurf B', 'c: Entwurf D']);
  await move;
  await name.answer({ ok: true, value: {} as never });
  expect(await saved).toBe(true);
});

test('lettering ends where nobody answers', async () => {
  const { move, wire } = await moved();
  await wire.take('draft:update').answer(rejected('unavailable'));
  await move;
  expect(wire.calls.map(({ event }) => event)).not.toContain('draft:update');
});
