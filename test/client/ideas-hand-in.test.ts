// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { SendPhoto } from '../../client/follower/ideas/send-photo.ts';
import { rejected } from '../../shared/ack.ts';
import { makeIdeasRound, makeOwn } from './idea-views.ts';
import { settled, showIdeas, three } from './show-ideas-round.ts';
import { memoryKeep } from './views.ts';

const EACH = { whileVoting: true, review: false, pictures: true };

test('[I1] an idea is sent with its details, thanked for, and a name may be left', async () => {
  const page = await showIdeas(makeIdeasRound(three));
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

test('what was begun survives a reload; what was sent leaves the field empty', async () => {
  const keep = memoryKeep();
  const first = await showIdeas(makeIdeasRound(three), { keep });
  await first.write('Deine Idee', 'Ein Hocker\nzum Klappen');
  const second = await showIdeas(makeIdeasRound(three), { keep });
  expect(second.fields()).toEqual(['Ein Hocker zum Klappen']);
  await second.tap('Idee abschicken');
  expect((await showIdeas(makeIdeasRound(three), { keep })).fields()[0] ?? '').toBe('');
});

test('[I3] an idea handed in before the board was joined is kept at once, and thanked for once it is stored', async () => {
  const page = await showIdeas(makeIdeasRound(three), { joined: false });
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
  const page = await showIdeas(makeIdeasRound(three));
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
  const page = await showIdeas(makeIdeasRound(three));
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
  const page = await showIdeas(makeIdeasRound(three));
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
  const page = await showIdeas(makeIdeasRound(three), { sendPhoto });
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
  const page = await showIdeas(round, { mine: [makeOwn('a'), makeOwn('b')] });
  expect(page.fields()).toHaveLength(1);
  await page.tell({ ideas: [makeOwn('a'), makeOwn('b')], erased: ['wishes'], credit: null });
  expect(page.fields()).toEqual([]);
  expect(page.text()).toContain('Du hast deine 3 Ideen abgegeben.');
});

test('[M2] the author of a folded idea reads why, objects once, and reads the answer', async () => {
  const folded = makeOwn('f', { state: 'folded', reason: 'spam', sentence: 'Das ist Werbung.' });
  const page = await showIdeas(makeIdeasRound(three), { mine: [folded] });
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
  const page = await showIdeas(round, { mine: [folded] });
  await page.tap('Widersprechen');
  await page.write('Warum soll sie wieder zu sehen sein?', 'Ist es nicht.');
  const field = document.activeElement;
  expect(field?.tagName).toBe('TEXTAREA');
  await page.tell({ ideas: [folded, makeOwn('a'), makeOwn('b'), makeOwn('c')], credit: null });
  expect(document.activeElement).toBe(field);
  await page.close();
  expect(document.activeElement).toBe(field);

  const reloaded = await showIdeas(round, { mine: [folded], keep: page.keep });
  expect(reloaded.fields()).toContain('Ist es nicht.');
  const objection = { text: 'Ist es nicht.', at: 2_000, answer: null };
  await reloaded.tell({ ideas: [{ ...folded, objection }], credit: null });
  expect([...page.keep.kept.keys()]).not.toContain('mitwerk.objection.f');
});

test('[I6] an idea is taken back after a question, also once the round is closed', async () => {
  const round = makeIdeasRound(three, { status: 'closed', collecting: false });
  const page = await showIdeas(round, { mine: [makeOwn('a', { title: 'Gewürzregal' })] });
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
