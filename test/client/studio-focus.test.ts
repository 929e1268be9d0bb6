// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { settled } from './shown.ts';
import { sheetOf, type } from './studio-sheet.ts';
import { makeRound } from './views.ts';

const planned = { status: 'draft', run: 0 } as const;

test('a draft without a photo starts with its title', async () => {
  const sheet = await sheetOf(makeRound(planned, ['oak']));
  await sheet.tap('Entwurf ohne Foto');
  await sheet.change(sheet.lie({ oak: 'Eiche', new: 'Entwurf B' }));
  expect(document.activeElement).toBe(sheet.field('Titel', 1));
});

test('a draft that arrives late takes the focus from nobody who writes', async () => {
  const sheet = await sheetOf(makeRound(planned, ['oak']));
  await sheet.tap('Entwurf ohne Foto');
  type(sheet.field('Frage'), 'Welches Holz');
  await sheet.change(sheet.lie({ oak: 'Eiche', new: 'Entwurf B' }));
  expect(document.activeElement).toBe(sheet.field('Frage'));
  // Nor later, when another one arrives by itself.
  sheet.field('Frage').blur();
  await sheet.change(sheet.lie({ oak: 'Eiche', new: 'Entwurf B', third: 'Entwurf C' }));
  expect(document.activeElement).toBe(document.body);
});

test.each([
  ['starts with its question', false],
  ['takes the focus from nobody who writes', true],
])('a new round %s', async (_, writing) => {
  const sheet = await sheetOf(makeRound(planned, ['oak']));
  const added = sheet.desk.addRound('drafts');
  if (writing) type(sheet.field('Titel'), 'Eiche geölt');
  await sheet.change({ kind: 'round-added', at: 1, round: makeRound({ ...planned, id: 'next' }) });
  await sheet.wire.accept('round:add', { roundId: 'next' });
  await added;
  await settled();
  expect(document.activeElement).toBe(writing ? sheet.field('Titel') : sheet.field('Frage', 1));
  expect(sheet.desk.arrived).toBeNull();
});

test('a draft that is moved elsewhere leaves the focus and the cursor in the title one writes', async () => {
  const sheet = await sheetOf(makeRound(planned, ['oak', 'ash']));
  for (const [at, order] of [
    [0, { ash: 'Esche', oak: 'Eiche' }],
    [0, { oak: 'Eiche', ash: 'Esche' }],
  ] as const) {
    const title = sheet.field('Titel', at);
    type(title, 'Eiche geölt');
    title.setSelectionRange(2, 5);
    await sheet.change(sheet.lie(order));
    expect(sheet.field('Titel', 1 - at)).toBe(title);
    expect(document.activeElement).toBe(title);
    expect([title.selectionStart, title.selectionEnd]).toEqual([2, 5]);
    title.blur();
    await settled();
  }
});

test('a round that is moved elsewhere leaves the focus in the question one writes', async () => {
  const sheet = await sheetOf(makeRound(planned, ['oak']));
  await sheet.change({ kind: 'round-added', at: 1, round: makeRound({ ...planned, id: 'next' }) });
  for (const roundIds of [
    ['next', 'wood'],
    ['wood', 'next'],
  ]) {
    const question = sheet.field('Frage');
    type(question, 'Welches Holz');
    await sheet.change({ kind: 'rounds-ordered', roundIds });
    expect(sheet.field('Frage', 1)).toBe(question);
    expect(document.activeElement).toBe(question);
  }
});
