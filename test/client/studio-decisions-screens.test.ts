// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import type { sendArchive } from '../../client/studio/archive/send-archive.ts';
import { readAck } from '../../client/studio/archive/send-archive.ts';
import RestoreBoard from '../../client/studio/archive/RestoreBoard.svelte';
import Log from '../../client/studio/log/Log.svelte';
import OutcomeEditor from '../../client/studio/outcome/OutcomeEditor.svelte';
import type { OutcomeFields } from '../../client/studio/outcome/outcome-form.ts';
import { accepted, rejected } from '../../shared/ack.ts';
import { FakeWire } from './fake-wire.ts';
import { settled, show } from './shown.ts';
import { revealed } from './studio-outcomes.ts';
import { makeView, memoryKeep } from './views.ts';

describe('the form of a decision', () => {
  function edit(counts: number[], keep = memoryKeep()) {
    const round = revealed(counts);
    const published: OutcomeFields[] = [];
    const shown = show(OutcomeEditor, {
      round,
      head: makeView(round).head,
      now: Date.now(),
      keep,
      keepKey: 'form',
      sending: false,
      offline: false,
      no: null,
      onpublish: (fields: OutcomeFields) => published.push(fields),
    });
    const choose = (title: string, on: boolean) => {
      const row = [...shown.target.querySelectorAll('label')].find((one) => one.textContent?.includes(title));
      const box = row?.querySelector('input');
      if (!box) throw new Error(`nothing says ${title}`);
      box.checked = on;
      box.dispatchEvent(new Event('change', { bubbles: true }));
      flushSync();
    };
    const write = (field: Element | null, text: string) => {
      if (!(field instanceof HTMLTextAreaElement)) throw new Error('no such field');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      flushSync();
    };
    const submit = async () => {
      shown.target
        .querySelector('form')
        ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await settled();
    };
    return { ...shown, keep, published, choose, write, submit };
  }

  test('[O2] the winner needs no reason; another one does, and says so', async () => {
    const form = edit([3, 1, 0]);
    expect(form.text()).not.toContain('Warum?');
    await form.submit();
    expect(form.published.at(-1)).toMatchObject({ chosen: ['oak'], reason: '' });
    form.choose('Titel oak', false);
    form.choose('Titel ash', true);
    expect(form.text()).toContain('Vorn: „Titel oak“');
    await form.submit();
    expect(form.published).toHaveLength(1);
    expect(form.text()).toContain('Schreib noch, warum es anders kommt.');
    form.write(form.target.querySelector('textarea'), 'Eiche war aus.');
    await form.submit();
    expect(form.published.at(-1)).toMatchObject({ chosen: ['ash'], reason: 'Eiche war aus.' });
  });

  test('a tie and few votes are named before anything is told', () => {
    const form = edit([2, 2, 0]);
    expect(form.text()).toContain('Gleichstand zwischen „Titel oak“ und „Titel walnut“.');
    expect(form.text()).toContain('Nur 4 Geräte');
  });

  test('in a tie nothing is ticked, and nothing told, before the maker has chosen', async () => {
    const form = edit([2, 2, 0]);
    const ticked = () => form.target.querySelectorAll('fieldset input:checked').length;
    expect(ticked()).toBe(0);
    expect(form.text()).not.toContain('Warum?');
    await form.submit();
    expect(form.published).toEqual([]);
    expect(form.text()).toContain('Wähl noch, was gemacht wird.');
    form.choose('Nichts davon', true);
    expect(ticked()).toBe(1);
    expect(form.text()).toContain('Warum?');
    form.choose('Titel walnut', true);
    await form.submit();
    expect(form.published).toMatchObject([{ chosen: ['walnut'], reason: '' }]);
  });

  test('what was written is there when the page comes back', () => {
    const keep = memoryKeep();
    const first = edit([3, 1, 0], keep);
    first.write(first.target.querySelector('textarea'), 'Wir bauen zwanzig.');
    const second = edit([3, 1, 0], keep);
    expect(second.target.querySelector('textarea')?.value).toBe('Wir bauen zwanzig.');
    expect(second.text()).toContain('Dein Angefangenes ist noch da.');
  });
});

describe('the log', () => {
  async function open() {
    const wire = new FakeWire();
    const shown = show(Log, { view: makeView(), wire, offline: false });
    await settled();
    return { ...shown, wire };
  }

  test('waits, says why it failed, and tries again', async () => {
    const { text, tap, wire } = await open();
    expect(text()).toContain('Einen Moment');
    await wire.take('board:log').answer(rejected('unavailable'));
    await settled();
    expect(text()).toContain('Das Protokoll ließ sich nicht laden.');
    await tap('Noch einmal versuchen');
    await wire.accept('board:log', []);
    await settled();
    expect(text()).toContain('Noch ist nichts passiert.');
  });

  test('[M7] shows moderation alone', async () => {
    const { text, tap, wire } = await open();
    await wire.accept('board:log', [
      { seq: 3, at: 3, act: 'folded', roundId: 'wood', reason: 'spam', sentence: 'Werbung.' },
      { seq: 2, at: 2, act: 'round-opened', roundId: 'wood' },
      { seq: 1, at: 1, act: 'teleported' },
    ]);
    await settled();
    expect(text()).toContain('Runde geöffnet · Runde 1');
    expect(text()).toContain('Etwas wurde geändert');
    await tap('Nur Moderation');
    expect(text()).toContain('Idee eingeklappt · Runde 1');
    expect(text()).not.toContain('Runde geöffnet');
  });
});

describe('restoring a ZIP', () => {
  async function restore(answer: Awaited<ReturnType<typeof sendArchive>>) {
    const opened: string[] = [];
    const shown = show(RestoreBoard, {
      offline: false,
      onopen: (slug: string) => opened.push(slug),
      send: () => Promise.resolve(answer),
    });
    const input = shown.target.querySelector('input');
    if (!input) throw new Error('no way to pick a file');
    Object.defineProperty(input, 'files', { value: [new File(['zip'], 'board.zip')] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    return { text: shown.text(), opened };
  }

  test('leads to the board', async () => {
    expect((await restore(accepted({ boardId: 'b', slug: 'hocker' }))).opened).toEqual(['hocker']);
  });

  test('[X3] says that the board is here already', async () => {
    const { text, opened } = await restore(rejected('board_exists'));
    expect(opened).toEqual([]);
    expect(text).toContain('Dieses Board gibt es hier schon.');
  });

  test('an answer from something in between is an outage', () => {
    expect(readAck('<html>')).toEqual(rejected('unavailable'));
    expect(readAck('null')).toEqual(rejected('unavailable'));
  });
});
