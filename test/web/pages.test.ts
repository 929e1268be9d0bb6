import { expect, test } from 'vitest';
import type { Picture } from '../../shared/entry.ts';
import { photos } from '../support/photos.ts';
import { startBoard } from '../support/start-board.ts';
import { askForAck, askRaw } from './ask.ts';
import { page } from './page.ts';

const DRAFTS = ['Eiche', 'Nussbaum'];

test('the page of a board carries its view, its preview and its colour', async () => {
  await using board = await startBoard({ drafts: DRAFTS });
  const { status, html, boot } = await page(board, `/b/${board.slug}`);
  expect(status).toBe(200);
  expect(boot.board?.view?.rounds[0]?.entries.map(({ title }) => title)).toEqual(DRAFTS);
  expect(html).toContain('<html lang="de" data-accent="kiefer">');
  expect(html).toContain('<meta property="og:title" content="Nachttisch · Mitwerk">');
  expect(html).toContain('<meta property="og:description" content="Stimm mit ab: Welches Holz?">');
  expect(html).toContain(`<meta property="og:url" content="${board.url}/b/${board.slug}">`);
});

test('the preview shows the first picture followers may see', async () => {
  await using board = await startBoard({ drafts: DRAFTS, open: false });
  const { boardId, roundId } = board;
  const draftId = board.room().board.rounds[0]?.entries[0]?.id ?? '';
  const picture = { hash: 'a'.repeat(32), width: 1600, height: 900, blur: 'data:image/webp;base64,AAAA' };
  await board.maker.must('draft:update', { boardId, roundId, draftId, picture });
  expect((await page(board, `/b/${board.slug}`)).html).not.toContain('og:image');
  await board.maker.must('round:open', { boardId, roundId });
  expect((await page(board, `/b/${board.slug}`)).html).toContain(
    `<meta property="og:image" content="${board.url}/media/${picture.hash}-1600.webp">`,
  );
});

test('a picture that came with an idea does not stand for the board', async () => {
  const ideas = { whileVoting: false, review: false, pictures: true, each: 1 };
  await using board = await startBoard({ ideas, open: false });
  const { boardId, roundId } = board;
  await board.maker.must('round:collect', { boardId, roundId, collect: true });
  const body = await photos.jpeg(300, 200);
  const kept = await askForAck<Picture>(board, '/api/pictures', { method: 'PUT', asMaker: true, body });
  const words = { title: 'Kabelfach', text: '', picture: kept.ok ? kept.value : null, alt: '' };
  await (await board.phone()).must('idea:submit', { boardId, roundId, ideaId: 'i'.repeat(21), ...words });
  const { html, boot } = await page(board, `/b/${board.slug}`);
  expect(boot.board?.view?.rounds[0]?.entries).toMatchObject([{ picture: { width: 300 } }]);
  expect(html).not.toContain('og:image');
});

test('a hostile title stays text', async () => {
  await using board = await startBoard({ open: false });
  const title = `"><script>alert(1)</script><!-- ' \u2028 &`;
  await board.maker.must('board:update', { boardId: board.boardId, title, reason: '</script><img src=x>' });
  const { html, boot } = await page(board, `/b/${board.slug}`);
  expect(boot.board?.view?.head.title).toBe(title);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('<img');
  expect(html).not.toContain('<!--');
  expect(html).toContain('&quot;&gt;&lt;script&gt;');
});

test('[A2] a hidden tally is not in the page', async () => {
  await using board = await startBoard({ drafts: DRAFTS, results: 'after-close' });
  const ana = await board.phone();
  await ana.cast('Eiche');
  const { boot } = await page(board, `/b/${board.slug}`);
  expect(boot.board?.view?.rounds[0]?.tally.counts).toBeNull();
});

test('the page brings the participant, and knows them again', async () => {
  await using board = await startBoard({ open: false });
  const first = (await page(board, `/b/${board.slug}`)).headers.get('set-cookie') ?? '';
  expect(first).toMatch(/^mw_p=[^;]+; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/);
  const [cookie = ''] = first.split(';');
  const again = await page(board, `/b/${board.slug}`, { cookie });
  expect(again.headers.get('set-cookie')).toContain(`${cookie};`);
  const forged = await page(board, `/b/${board.slug}`, { cookie: 'mw_p=forged.1.x' });
  expect(forged.headers.get('set-cookie')).not.toContain('forged');
});

test('behind a proxy with https the cookie is secure and https is remembered', async () => {
  await using board = await startBoard({ open: false, trustProxy: true });
  const { headers } = await page(board, `/b/${board.slug}`, { 'x-forwarded-proto': 'https' });
  expect(headers.get('set-cookie')).toContain('; Secure');
  expect(headers.get('strict-transport-security')).toContain('max-age=');
});

test('on plain http nothing claims https, whatever a client says', async () => {
  await using board = await startBoard({ open: false });
  const { headers } = await page(board, `/b/${board.slug}`, { 'x-forwarded-proto': 'https' });
  expect(headers.get('set-cookie')).not.toContain('Secure');
  expect(headers.get('strict-transport-security')).toBeNull();
});

test('the language: chosen, else the browser’s, else the board’s', async () => {
  await using board = await startBoard({ open: false });
  const path = `/b/${board.slug}`;
  const english = { 'accept-language': 'en-GB,en;q=0.9,de;q=0.5' };
  const of = async (address: string, headers = {}) => (await page(board, address, headers)).boot.language;
  expect(await of(path, { 'accept-language': 'fr-FR,fr' })).toBe('de');
  expect(await of(path, english)).toBe('en');
  expect(await of(path, { ...english, cookie: 'mw_lang=de' })).toBe('de');
  expect(await of(`${path}?lang=en`, { cookie: 'mw_lang=de' })).toBe('en');
  expect(await of(`${path}?lang=xx&lang=en`)).toBe('de');
  const { stageToken } = board.room().board;
  expect(await of(`/stage/${stageToken}`, english)).toBe('de');
});

test('stage and studio are not for search engines, and the stage link opens with its token only', async () => {
  await using board = await startBoard({ open: false });
  const stage = await page(board, `/stage/${board.room().board.stageToken}`);
  expect([stage.status, stage.boot.board]).toEqual([200, undefined]);
  expect(stage.html).toContain('noindex');
  expect((await page(board, '/stage/guess')).status).toBe(404);
  for (const path of ['/studio', '/studio/boards/1/rounds']) {
    const studio = await page(board, path);
    expect(studio.status).toBe(200);
    expect(studio.html).toContain('<title>Werkstatt · Mitwerk</title>');
  }
});

test('what does not exist gets a page that can say so', async () => {
  await using board = await startBoard({ open: false });
  for (const path of ['/b/nothing', '/b/__proto__', '/nowhere', '/b/a/b/c', `/b/${'x'.repeat(5_000)}`]) {
    const { status, html } = await page(board, path);
    expect([path.slice(0, 20), status]).toEqual([path.slice(0, 20), 404]);
    expect(html).toContain('<div id="app">');
  }
  expect(await askRaw(board, '/b/%')).toBe(400);
  expect(await askRaw(board, '/b/%00')).toBe(404);
});
