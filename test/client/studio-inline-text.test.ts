// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import InlineText from '../../client/studio/parts/InlineText.svelte';
import { PropsBox } from './props-box.svelte.ts';
import { settled, show } from './shown.ts';

function field() {
  const saves: { text: string; answer: (saved: boolean) => void }[] = [];
  const box = new PropsBox({
    label: 'Titel',
    value: 'Eiche',
    max: 120,
    locked: false,
    onsave: (text: string) => new Promise<boolean>((answer) => saves.push({ text, answer })),
  });
  const shown = show(InlineText, box.props);
  const area = shown.target.querySelector('textarea');
  if (!area) throw new Error('no field');
  const write = (text: string) => {
    area.focus();
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  const leave = async () => {
    area.blur();
    await settled();
  };
  const answer = async (saved: boolean) => {
    saves.shift()?.answer(saved);
    await settled();
  };
  return {
    ...shown,
    box,
    area,
    saves,
    write,
    leave,
    answer,
    button: () => shown.target.querySelector('button'),
  };
}

test('leaving a field saves it and moves nothing: the tap that left it hits what it was meant for', async () => {
  const title = field();
  title.write('Eiche geölt');
  await title.leave();
  expect(title.saves.map(({ text }) => text)).toEqual(['Eiche geölt']);
  expect(title.button()).toBeNull();
  await title.answer(true);
  expect(title.button()).toBeNull();
});

test('a title that could not be saved stays, with a button that saves it once', async () => {
  const title = field();
  title.write('Eiche geölt');
  await title.leave();
  await title.answer(false);
  expect(title.area.value).toBe('Eiche geölt');
  // The tap on the button first leaves the field, which saves as well.
  title.area.focus();
  await title.leave();
  await title.tap('Speichern');
  expect(title.saves).toHaveLength(1);
  expect(title.button()).not.toBeNull();
  await title.answer(true);
  expect(title.button()).toBeNull();
});

test('a title written without a connection can be saved when it is back', async () => {
  const title = field();
  title.box.set({ locked: true });
  title.write('Eiche geölt');
  expect(title.button()?.disabled).toBe(true);
  await title.leave();
  expect(title.saves).toEqual([]);
  title.box.set({ locked: false });
  await settled();
  await title.tap('Speichern');
  expect(title.saves.map(({ text }) => text)).toEqual(['Eiche geölt']);
});

test('words written while older ones are on their way are saved after them', async () => {
  const title = field();
  title.write('Eiche geölt');
  await title.leave();
  title.write('Eiche gewachst');
  await title.leave();
  await title.answer(true);
  expect(title.saves.map(({ text }) => text)).toEqual(['Eiche gewachst']);
  expect(title.area.value).toBe('Eiche gewachst');
});
