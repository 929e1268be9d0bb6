// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, tick, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import IdeasRound from '../../client/follower/ideas/IdeasRound.svelte';
import type { SendPhoto } from '../../client/follower/ideas/send-photo.ts';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { words } from '../../client/lib/words.ts';
import { rejected } from '../../shared/ack.ts';
import type { OwnBallot, RoundView } from '../../shared/board-view.ts';
import type { Mine, OwnIdea } from '../../shared/mine.ts';
import { FakeWire } from './fake-wire.ts';
import { makeIdea, makeIdeasRound, makeOwn } from './idea-views.ts';
import { makeBoot, makeJoined, makeView, memoryKeep } from './views.ts';

const [rack, strip] = [makeIdea('a', { title: 'Gewürzregal' }), makeIdea('b', { title: 'Messerleiste' })];
const EACH = { whileVoting: true, review: false, pictures: true };
const three = [rack, strip, makeIdea('c')];

interface Around {
  readonly mine?: readonly OwnIdea[];
  readonly ballots?: readonly OwnBallot[];
  readonly keep?: ReturnType<typeof memoryKeep>;
  readonly sendPhoto?: SendPhoto;
  /** `false`: the page is there, the line is not yet. */
  readonly joined?: boolean;
}

/** A phone with the round on it; the test is the server. */
async function show(
  round: RoundView,
  { mine = [], ballots = [], keep = memoryKeep(), joined = true, sendPhoto }: Around = {},
) {
  words.start('de');
  const wire = new FakeWire();
  const board = new LiveBoard({
    as: 'follower',
    slug: 'n',
    boot: makeBoot(makeView(round)),
    link: wire,
    keep,
  });
  const join = async () => {
    wire.happen('live');
    await wire.accept('board:join', makeJoined({ mine: { ideas: mine, credit: null }, ballots }));
  };
  if (joined) await join();
  const target = document.body.appendChild(document.createElement('main'));
  const component = mount(IdeasRound, {
    target,
    props: {
      board,
      get round() {
        return board.currentRound ?? round;
      },
      maker: 'Tischlerei',
      now: 50_000,
      online: true,
      keep,
      sendPhoto,
      credit: createRawSnippet(() => ({ render: () => '<p class="credit">Mitgestaltet von?</p>' })),
    },
  });
  flushSync();
  onTestFinished(async () => {
    await unmount(component);
    target.remove();
    board.dispose();
  });
  const labelled = (label: string) => {
    const found = [...target.querySelectorAll('label')].find((one) => one.textContent?.includes(label));
    return target.querySelector<HTMLTextAreaElement>(`#${found?.htmlFor}`);
  };
  return {
    wire,
    keep,
    join: async () => {
      await join();
      await settled();
    },
    /** A name is asked for where the own ideas stand. */
    creditFollows: () => target.querySelector('.ideas:not(.none) .credit') !== null,
    credit: () => target.querySelector('.credit'),
    text: () => target.textContent?.replace(/\s+/g, ' ') ?? '',
    fields: () => [...target.querySelectorAll('textarea')].map(({ value }) => value),
    buttons: () =>
      [...target.querySelectorAll('button')].map((one) => one.textContent?.replace(/\s+/g, ' ').trim()),
    async tap(what: string) {
      const found = [...target.querySelectorAll('button')].find((one) => one.textContent?.includes(what));
      if (!found) throw new Error(`nothing says ${what}`);
      found.click();
      await settled();
    },
    async write(label: string, text: string) {
      const field = labelled(label);
      if (!field) throw new Error(`no field ${label}`);
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settled();
    },
    async pick(file: File) {
      const field = target.querySelector<HTMLInputElement>('input[type=file]');
      if (!field) throw new Error('no photo can be picked');
      Object.defineProperty(field, 'files', { value: [file] });
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settled();
    },
    async tell(told: Mine) {
      wire.tell('mine', told);
      await settled();
    },
    async close() {
      wire.tell('delta', { seq: 4, changes: [{ kind: 'round', round: { ...round, status: 'closed' } }] });
      await settled();
    },
  };
}

/** What was clicked is loaded, sent and shown. */
async function settled() {
  await import('../../client/lib/outbox.svelte.ts');
  for (let turn = 0; turn < 5; turn++) await tick();
  flushSync();
}

test('an empty round asks for the first idea', async () => {
  const page = await show(makeIdeasRound([]));
  expect(page.text()).toContain('Noch keine Idee. Fang an.');
  expect(page.fields()).toEqual(['']);
});

test('while ideas are only collected nothing can be supported', async () => {
  const page = await show(makeIdeasRound(three, { status: 'draft', run: 0 }));
  expect(page.text()).toContain('Erst Ideen sammeln, dann abstimmen. Noch ohne Termin.');
  expect(page.text()).toContain('Gewürzregal');
  expect(page.text()).not.toContain('Dafür');
});

test('[V3] one tap casts the whole ballot at once, and undo takes it back', async () => {
  const ballots = [{ roundId: 'wishes', run: 1, rev: 1, entries: ['b'] }];
  const page = await show(makeIdeasRound(three), { ballots });
  await page.tap(': Gewürzregal');
  expect(page.wire.take('ballot:cast').command.entries).toEqual(['b', 'a']);
  expect(page.text()).toContain('Du unterstützt 2 Ideen.');
  await page.tap('Rückgängig');
  expect(page.text()).toContain('Du unterstützt 1 Idee.');
});

test('[A2] a hidden tally shows no numbers and no top, but that the vote is noted', async () => {
  const tally = { version: 4, ballots: 9, counts: null };
  const ballots = [{ roundId: 'wishes', run: 1, rev: 1, entries: ['b'] }];
  const page = await show(makeIdeasRound(three, { results: 'after-close', tally }), { ballots });
  expect(page.buttons()).toContain('Dafür : Messerleiste');
  expect(page.text()).not.toContain('Top');
  expect(page.text()).toContain('Du unterstützt 1 Idee. Den Stand siehst du beim Aufdecken.');
});

test('after the end time nothing can be supported or handed in', async () => {
  const page = await show(makeIdeasRound(three, { closesAt: 49_000 }));
  expect(page.text()).toContain('Die Zeit ist um.');
  expect(page.fields()).toEqual([]);
  expect(page.text()).not.toContain('Dafür');
});

test('[I1] an idea is sent with its details, thanked for, and a name may be left', async () => {
  const page = await show(makeIdeasRound(three));
  await page.write('Deine Idee', 'Ein Hocker');
  await page.tap('Mehr dazu schreiben');
  await page.write('Mehr dazu', 'Zum Klappen');
  await page.tap('Idee abschicken');
  expect(page.text()).toContain('Deine Idee ist unterwegs');
  expect(page.creditFollows()).toBe(false);
  const call = page.wire.take('idea:submit');
  expect(call.command).toMatchObject({
    roundId: 'wishes',
    title: 'Ein Hocker',
    text: 'Zum Klappen',
    picture: null,
  });
  const idea = makeOwn(String(call.command.ideaId), { title: 'Ein Hocker' });
  await call.answer({ ok: true, value: { idea } as never });
  await page.tell({ ideas: [idea], credit: null });
  expect(page.text()).toContain('Danke! Deine Idee ist da.');
  expect(page.text()).toContain('Ein Hocker für alle sichtbar');
  expect(page.creditFollows()).toBe(true);
});

test('an own idea that arrives and a round that closes leave the offer of a name where it is', async () => {
  const page = await show(makeIdeasRound(three));
  const offer = page.credit();
  expect(offer).not.toBeNull();
  await page.tell({ ideas: [makeOwn('a')], credit: null });
  expect(page.credit()).toBe(offer);
  await page.close();
  expect(page.text()).toContain('Die Runde ist geschlossen.');
  expect(page.credit()).toBe(offer);
});

test('what was begun survives a reload; what was sent leaves the field empty', async () => {
  const keep = memoryKeep();
  const first = await show(makeIdeasRound(three), { keep });
  await first.write('Deine Idee', 'Ein Hocker\nzum Klappen');
  const second = await show(makeIdeasRound(three), { keep });
  expect(second.fields()).toEqual(['Ein Hocker zum Klappen']);
  await second.tap('Idee abschicken');
  expect((await show(makeIdeasRound(three), { keep })).fields()[0] ?? '').toBe('');
});

test('[I3] an idea handed in before the board was joined is kept at once, and thanked for once it is stored', async () => {
  const page = await show(makeIdeasRound(three), { joined: false });
  await page.write('Deine Idee', 'Ein Hocker');
  await page.tap('Idee abschicken');
  expect(page.text()).toContain('Deine Idee ist unterwegs');
  expect(page.text()).not.toContain('Danke');
  expect(page.keep.kept.get('mitwerk.ideas.board')).toContain('Ein Hocker');
  await page.join();
  const call = page.wire.take('idea:submit');
  const idea = makeOwn(String(call.command.ideaId), { title: 'Ein Hocker' });
  await call.answer({ ok: true, value: { idea } as never });
  await settled();
  expect(page.text()).toContain('Danke! Deine Idee ist da.');
});

test('nobody is thanked for an idea that was refused and given up, or that was taken back', async () => {
  const page = await show(makeIdeasRound(three));
  await page.write('Deine Idee', 'Ein Hocker');
  await page.tap('Idee abschicken');
  await page.wire.take('idea:submit').answer(rejected('limit_reached', 3));
  await settled();
  await page.tap('Verwerfen');
  expect(page.text()).not.toContain('Danke');
  expect(page.fields()).toEqual(['']);
  await page.write('Deine Idee', 'Ein Regal');
  await page.tap('Idee abschicken');
  const call = page.wire.take('idea:submit');
  const idea = makeOwn(String(call.command.ideaId), { title: 'Ein Regal' });
  await call.answer({ ok: true, value: { idea } as never });
  await page.tell({ ideas: [idea], credit: null });
  expect(page.text()).toContain('Danke! Deine Idee ist da.');
  await page.tap('Zurücknehmen');
  await page.tap('Ja, löschen');
  await page.wire.accept('idea:erase', { seq: 4 });
  await page.tell({ ideas: [], erased: ['wishes'], credit: null });
  expect(page.text()).not.toContain('Danke');
});

test('an idea that is refused can go back into the field', async () => {
  const page = await show(makeIdeasRound(three));
  await page.write('Deine Idee', 'Ein Hocker');
  await page.tap('Idee abschicken');
  await page.wire.take('idea:submit').answer(rejected('limit_reached', 3));
  await settled();
  expect(page.text()).toContain('nicht angekommen');
  await page.tap('Zurück ins Feld');
  expect(page.fields()).toEqual(['Ein Hocker']);
  expect(page.text()).not.toContain('nicht angekommen');
});

test('an idea that was refused does not replace what is being written', async () => {
  const page = await show(makeIdeasRound(three));
  await page.write('Deine Idee', 'Ein Hocker');
  await page.tap('Idee abschicken');
  await page.wire.take('idea:submit').answer(rejected('limit_reached', 3));
  await settled();
  await page.tap('Noch eine Idee');
  await page.write('Deine Idee', 'Ein Regal');
  expect(page.buttons()).not.toContain('Zurück ins Feld');
  expect(page.text()).toContain('Im Feld steht schon etwas.');
  expect(page.fields()).toEqual(['Ein Regal']);
  await page.write('Deine Idee', '');
  await page.tap('Zurück ins Feld');
  expect(page.fields()).toEqual(['Ein Hocker']);
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
});

test('whoever hands in before the photo is there is told so until it is', async () => {
  const sent = new EventTarget();
  const sendPhoto: SendPhoto = async () => {
    await new Promise((done) => sent.addEventListener('done', done));
    return { ok: true, value: { hash: 'h', width: 4, height: 3, blur: '' } };
  };
  const page = await show(makeIdeasRound(three), { sendPhoto });
  await page.write('Deine Idee', 'Ein Hocker');
  await page.pick(new File(['x'], 'hocker.jpg', { type: 'image/jpeg' }));
  await page.tap('Idee abschicken');
  expect(page.text()).toContain('Das Foto ist noch unterwegs.');
  sent.dispatchEvent(new Event('done'));
  await settled();
  expect(page.text()).not.toContain('Das Foto ist noch unterwegs.');
  expect(page.wire.calls.map(({ event }) => event)).not.toContain('idea:submit');
});

test('[I2] whoever has handed in all ideas is told so; erased ones count', async () => {
  const round = makeIdeasRound(three);
  const page = await show(round, { mine: [makeOwn('a'), makeOwn('b')] });
  expect(page.fields()).toHaveLength(1);
  await page.tell({ ideas: [makeOwn('a'), makeOwn('b')], erased: ['wishes'], credit: null });
  expect(page.fields()).toEqual([]);
  expect(page.text()).toContain('Du hast deine 3 Ideen abgegeben.');
});

test('[M2] the author of a folded idea reads why, objects once, and reads the answer', async () => {
  const folded = makeOwn('f', { state: 'folded', reason: 'spam', sentence: 'Das ist Werbung.' });
  const page = await show(makeIdeasRound(three), { mine: [folded] });
  expect(page.text()).toContain('eingeklappt: Spam');
  expect(page.text()).toContain('Dazu schreibt Tischlerei: Das ist Werbung.');
  await page.tap('Widersprechen');
  await page.write('Warum soll sie wieder zu sehen sein?', 'Ist es nicht.');
  await page.tap('Widerspruch abschicken');
  expect(page.wire.take('idea:object').command).toEqual({
    boardId: 'board',
    ideaId: 'f',
    sentence: 'Ist es nicht.',
  });
  const objection = { text: 'Ist es nicht.', at: 2_000, answer: null };
  await page.tell({ ideas: [{ ...folded, objection }], credit: null });
  expect(page.text()).toContain('Du hast widersprochen: Ist es nicht. Noch keine Antwort.');
  expect(page.buttons()).not.toContain('Widersprechen');
  await page.tell({ ideas: [{ ...folded, objection: { ...objection, answer: 'Doch.' } }], credit: null });
  expect(page.text()).toContain('Darauf antwortet Tischlerei: Doch.');
});

test('[M2] an objection that was begun outlives further ideas, the end of the round and a reload, until it has arrived', async () => {
  const folded = makeOwn('f', { state: 'folded', reason: 'spam', sentence: 'Das ist Werbung.' });
  const round = makeIdeasRound(three, { ideas: { ...EACH, each: 9 } });
  const page = await show(round, { mine: [folded] });
  await page.tap('Widersprechen');
  await page.write('Warum soll sie wieder zu sehen sein?', 'Ist es nicht.');
  const field = document.activeElement;
  expect(field?.tagName).toBe('TEXTAREA');
  await page.tell({ ideas: [folded, makeOwn('a'), makeOwn('b'), makeOwn('c')], credit: null });
  expect(document.activeElement).toBe(field);
  await page.close();
  expect(document.activeElement).toBe(field);

  const reloaded = await show(round, { mine: [folded], keep: page.keep });
  expect(reloaded.fields()).toContain('Ist es nicht.');
  const objection = { text: 'Ist es nicht.', at: 2_000, answer: null };
  await reloaded.tell({ ideas: [{ ...folded, objection }], credit: null });
  expect([...page.keep.kept.keys()]).not.toContain('mitwerk.objection.f');
});

test('[I6] an idea is taken back after a question, also once the round is closed', async () => {
  const round = makeIdeasRound(three, { status: 'closed', collecting: false });
  const page = await show(round, { mine: [makeOwn('a', { title: 'Gewürzregal' })] });
  await page.tap('Zurücknehmen');
  expect(page.wire.calls.map(({ event }) => event)).not.toContain('idea:erase');
  await page.tap('Ja, löschen');
  await page.tap('Abbrechen');
  expect(page.text()).toContain('Idee zurücknehmen?');
  await page.wire.accept('idea:erase', { seq: 4 });
  await settled();
  expect(page.text()).not.toContain('Idee zurücknehmen?');
  expect(page.text()).toContain('Deine Idee ist gelöscht.');
});

test('nothing has won before the reveal, however much is shown', async () => {
  const tally = { version: 1, ballots: 35, counts: [9, 21, 5] };
  const page = await show(makeIdeasRound(three, { status: 'closed', collecting: false, tally }));
  expect(page.text()).toContain('21 Stimmen');
  expect(page.text()).not.toContain('Gewonnen');
});

test('the reveal names the winner, a tie, and a small sample', async () => {
  const revealed = async (counts: number[], ballots: number) => {
    const tally = { version: 1, ballots, counts };
    return (await show(makeIdeasRound(three, { status: 'revealed', collecting: false, tally }))).text();
  };
  expect(await revealed([9, 21, 5], 35)).toContain('„Messerleiste“ hat gewonnen.');
  expect(await revealed([9, 21, 5], 35)).toContain('21 Stimmen · 60 %');
  expect(await revealed([9, 9, 5], 12)).toContain('Gleichstand zwischen „Gewürzregal“ und „Messerleiste“.');
  expect(await revealed([9, 9, 5], 12)).toContain('Abgestimmt haben 12 Geräte: ein Stimmungsbild');
  expect(await revealed([0, 0, 0], 0)).toContain('In dieser Runde hat niemand abgestimmt.');
});

test('[M4] merged ideas and names stand with the idea; the public lines say what is not shown', async () => {
  const page = await show(
    makeIdeasRound([
      makeIdea('a', { by: 'Ana' }),
      makeIdea('b', { title: 'Dasselbe', state: 'merged', into: 'a' }),
      makeIdea('f', { title: '', state: 'folded', reason: 'insult' }),
    ]),
  );
  expect(page.text()).toContain('von Ana');
  expect(page.text()).toContain('zusammengelegt mit 1 Idee Dasselbe');
  expect(page.text()).toContain('1 eingeklappt: beleidigend');
  expect(page.text()).toContain('1 Idee');
});
