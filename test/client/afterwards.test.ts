// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import CreditOffer from '../../client/follower/after/CreditOffer.svelte';
import Greeting from '../../client/follower/after/Greeting.svelte';
import MyDataSheet from '../../client/follower/after/MyDataSheet.svelte';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { words } from '../../client/lib/words.ts';
import { rejected } from '../../shared/ack.ts';
import type { BoardView } from '../../shared/board-view.ts';
import { after } from '../../shared/messages/de/after.ts';
import type { Mine, MyData } from '../../shared/mine.ts';
import { makeBallot, makeFamily, makeOutcome, makeOwnIdea } from './boards-with-outcomes.ts';
import { FakeWire } from './fake-wire.ts';
import { PropsBox } from './props-box.svelte.ts';
import { settled, show } from './shown.ts';
import { makeBoot, makeJoined, makeRound, makeView, memoryKeep } from './views.ts';

const NOTHING: Mine = { ideas: [], credit: null };

async function join(view: BoardView, { mine = NOTHING, voted = ['walnut'] } = {}) {
  words.start('de');
  const wire = new FakeWire();
  const boot = makeBoot(view);
  const options = { as: 'follower', slug: 'nachttisch', boot, link: wire, keep: memoryKeep() } as const;
  const board = new LiveBoard({ ...options, now: () => 50_000 });
  wire.happen('live');
  await wire.accept('board:join', makeJoined({ ballots: [makeBallot(voted)], mine }));
  return { wire, board };
}

function write(target: HTMLElement, name: string) {
  const field = target.querySelector('input');
  if (!field) throw new Error('there is no field for a name');
  field.value = name;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

test('who comes back is greeted once with each piece of news', async () => {
  const keep = memoryKeep();
  const { board } = await join(makeFamily({ outcome: makeOutcome() }).view);
  const first = show(Greeting, { board, brief: false, keep });
  expect(first.text()).toContain('Schön, dass du wieder da bist.');
  expect(first.text()).toContain('„Titel walnut“ wird gemacht, versprochen bis 12. März 2027.');
  expect(show(Greeting, { board, brief: false, keep }).text()).toBe('');
  await first.tap('Neuigkeiten schließen');
  expect(first.text()).toBe('');
});

test('beside an open round the news are one line, and unfold when asked', async () => {
  const { board } = await join(makeFamily().view);
  const page = show(Greeting, { board, brief: true, keep: memoryKeep() });
  expect(page.text()).toContain('Deine Wahl hat gewonnen.');
  expect(page.text()).not.toContain('gestimmt');
  await page.tap('Neuigkeiten zeigen');
  expect(page.text()).toContain('Du hast für „Titel walnut“ gestimmt: gewonnen!');
});

test('nothing moves under the thumb of somebody who is voting already', async () => {
  const { board, wire } = await join(makeFamily({ status: 'closed' }).view);
  const keep = memoryKeep();
  const page = show(Greeting, { board, brief: true, keep });
  dispatchEvent(new Event('pointerdown'));
  wire.tell('mine', { ideas: [makeOwnIdea('shelf')], credit: null });
  await settled();
  expect(page.text()).toBe('');
  expect(show(Greeting, { board, brief: false, keep }).text()).toContain('ist jetzt Entwurf B');
});

test('the reveal that one watched is not told again', async () => {
  const { view, wood } = makeFamily({ status: 'closed' });
  const { board, wire } = await join(view);
  const page = show(Greeting, { board, brief: false, keep: memoryKeep() });
  wire.tell('delta', { seq: 4, changes: [{ kind: 'round', round: { ...wood, status: 'revealed' } }] });
  await settled();
  expect(page.text()).toBe('');
});

test('[C1] a name is left with the wording it was agreed to, shown, and withdrawn with one tap', async () => {
  const { board, wire } = await join(makeView());
  const page = show(CreditOffer, { board, maker: 'Tischlerei', online: true });
  await page.tap('Namen hinterlassen');
  expect(page.text()).toContain('Du kannst ihn jederzeit mit einem Tipp zurücknehmen.');
  const field = page.target.querySelector('input');
  if (field) field.value = ' Ana ';
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
  await page.tap('Einverstanden, eintragen');
  expect(page.text()).toContain('Wird eingetragen …');
  const credit = { name: 'Ana', consent: 1, at: 50_000 };
  expect(await wire.accept('credit:give', { credit })).toEqual({ boardId: 'board', name: 'Ana', consent: 1 });
  await settled();
  expect(page.text()).toContain('Du wirst genannt: Ana');
  await page.tap('Namen zurücknehmen');
  await wire.accept('credit:withdraw', { seq: 5 });
  await settled();
  expect(page.text()).toContain('Dein Name ist überall gelöscht.');
});

test('a name that could not be left stays in its field, and the reason is said', async () => {
  const { board, wire } = await join(makeView());
  const page = show(CreditOffer, { board, maker: 'Tischlerei', online: true });
  await page.tap('Namen hinterlassen');
  const field = page.target.querySelector('input');
  if (field) field.value = 'Ana';
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
  await page.tap('Einverstanden');
  await wire.take('credit:give').answer(rejected('consent_outdated'));
  await settled();
  expect(page.text()).toContain('Der Text hat sich geändert.');
  expect(page.target.querySelector('input')?.value).toBe('Ana');
});

test('a name that is being typed goes along when its form moves, and so does the keyboard', async () => {
  const { board } = await join(makeView());
  const here = show(CreditOffer, { board, maker: 'Tischlerei', online: true });
  await here.tap('Namen hinterlassen');
  await here.settled();
  write(here.target, 'Ana');
  expect(document.activeElement).toBe(here.target.querySelector('input'));
  here.target.remove();
  const there = show(CreditOffer, { board, maker: 'Tischlerei', online: true });
  expect(there.target.querySelector('input')?.value).toBe('Ana');
  expect(document.activeElement).toBe(there.target.querySelector('input'));
});

test('[C1] a name whose answer was lost is shown without a fault once the board tells of it', async () => {
  const { board, wire } = await join(makeView());
  const page = show(CreditOffer, { board, maker: 'Tischlerei', online: true });
  await page.tap('Namen hinterlassen');
  write(page.target, 'Ana');
  await page.tap('Einverstanden');
  await wire.take('credit:give').answer(rejected('unavailable'));
  await settled();
  expect(page.text()).toContain('Gerade klemmt es bei uns');
  wire.tell('mine', { ideas: [], credit: { name: 'Ana', consent: 1, at: 50_000 } });
  await settled();
  expect(page.text()).toContain('Du wirst genannt: Ana');
  expect(page.text()).not.toContain('klemmt');
});

test('without a line nothing can be left or taken back, and that is said', async () => {
  const credit = { name: 'Ana', consent: 1, at: 40_000 };
  const { board, wire } = await join(makeView(), { mine: { ideas: [], credit } });
  const page = show(CreditOffer, { board, maker: 'Tischlerei', online: false });
  expect(page.text()).toContain('Gerade kein Netz.');
  expect(page.target.querySelector('button')?.getAttribute('aria-disabled')).toBe('true');
  await page.tap('Namen zurücknehmen');
  expect(wire.calls).toEqual([]);
});

test('[P4] [P5] everything stored about the device can be read, and taken back step by step', async () => {
  const round = makeRound({ tally: { version: 1, ballots: 1, counts: [0, 1, 0] } });
  const { board, wire } = await join(makeView(round));
  const page = show(MyDataSheet, { board, online: true, open: true, onclose: () => {} });
  const ballot = { ...makeBallot(['walnut']), question: 'Welches Holz?', titles: ['Titel walnut'] };
  const idea = makeOwnIdea('shelf', { title: 'Ein Fach' });
  const mine: MyData = {
    board: { id: 'board', title: 'Nachttisch' },
    participant: 'p1234567890',
    ballots: [ballot],
    ideas: [idea],
    credit: { name: 'Ana', consent: 1, at: 40_000 },
    endsAt: null,
  };
  await wire.accept('mine:read', mine);
  await settled();
  expect(page.text()).toContain('Welches Holz? Titel walnut');
  expect(page.text()).toContain('Ein Fach');
  expect(page.text()).toContain('Ana');
  expect(page.text()).toContain('90 Tage nach der letzten Runde wird die ganze Abstimmung gelöscht');

  await page.tap('Offene Stimmen zurückziehen');
  expect(await wire.accept('mine:erase', { ballots: 1, ideas: 0 })).toMatchObject({ what: ['ballots'] });
  await wire.accept('mine:read', { ...mine, ballots: [{ ...ballot, entries: [], titles: [] }] });
  await settled();
  expect(page.text()).toContain('Eine Stimme ist zurückgezogen.');

  await page.tap('Ideen und Namen löschen');
  expect(page.text()).toContain('Es bleiben: der leere Platz jeder Idee');
  await page.tap('Ja, löschen');
  expect(await wire.accept('mine:erase', { ballots: 0, ideas: 1 })).toMatchObject({
    what: ['ideas', 'name'],
  });
  await wire.accept('mine:read', { ...mine, ballots: [], ideas: [], credit: null });
  await settled();
  expect(page.text()).toContain('Über dich ist hier nichts gespeichert');
});

test('who closed their data at the last question is not asked it again right away', async () => {
  const { board, wire } = await join(makeView());
  const box = new PropsBox({ board, online: true, open: true, onclose: () => {} });
  const page = show(MyDataSheet, box.props);
  const mine = { board: { id: 'board', title: 'Nachttisch' }, participant: 'p1234567890', endsAt: null };
  await wire.accept('mine:read', { ...mine, ballots: [], ideas: [makeOwnIdea('shelf')], credit: null });
  await settled();
  await page.tap('Ideen und Namen löschen');
  expect(page.text()).toContain(after.dataEraseYes);
  box.set({ open: false });
  await settled();
  box.set({ open: true });
  await settled();
  expect(page.text()).not.toContain(after.dataEraseYes);
});
