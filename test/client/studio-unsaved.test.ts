// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { rejected } from '../../shared/ack.ts';
import { settled } from './shown.ts';
import { sheetOf, type } from './studio-sheet.ts';

async function opening() {
  const sheet = await sheetOf();
  const title = sheet.field('Titel');
  type(title, 'Eiche geölt');
  title.blur();
  sheet.desk.live.open(sheet.round);
  await settled();
  return { ...sheet, title };
}

test('opening waits for the title that the very tap saves', async () => {
  const { wire, called } = await opening();
  expect(called()).toEqual(['draft:update']);
  await wire.accept('draft:update', {});
  await settled();
  expect(called()).toEqual(['round:open']);
});

test('a round does not open over a title that could not be saved: it stays, and is saved first next time', async () => {
  const { wire, called, desk, round, title } = await opening();
  await wire.take('draft:update').answer(rejected('unavailable'));
  await settled();
  expect(called()).toEqual([]);
  expect(desk.commands.undoable?.text).toContain('nicht speichern');
  expect(title.value).toBe('Eiche geölt');
  desk.live.open(round);
  await settled();
  expect(await wire.accept('draft:update', {})).toMatchObject({ title: 'Eiche geölt' });
  await settled();
  expect(called()).toEqual(['round:open']);
});

test('a title still being written is saved by opening too', async () => {
  const sheet = await sheetOf();
  type(sheet.field('Titel', 1), 'Nuss');
  await settled();
  sheet.desk.live.open(sheet.round);
  expect(await sheet.wire.accept('draft:update', {})).toMatchObject({ draftId: 'walnut', title: 'Nuss' });
});

test('a text of another round holds nothing up', async () => {
  const sheet = await sheetOf();
  type(sheet.field('Titel'), 'Eiche geölt');
  await settled();
  sheet.desk.live.open({ ...sheet.round, id: 'other' });
  expect(sheet.called()).toEqual(['round:open']);
});
