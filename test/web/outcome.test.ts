import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { BallotRule } from '../../shared/board-view.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { ask } from './ask.ts';
import { page } from './page.ts';

const DRAFTS = ['Eiche', 'Nussbaum'];
const DAY = 24 * 60 * 60 * 1000;

/** A board whose round is revealed after these votes. */
async function revealed(votes: readonly string[], rule?: BallotRule): Promise<TestBoard> {
  const board = await startBoard({ drafts: DRAFTS, ...(rule && { rule }) });
  for (const title of votes) await (await board.phone()).cast(title);
  const { boardId, roundId } = board;
  await board.maker.must('round:close', { boardId, roundId });
  await board.maker.must('round:reveal', { boardId, roundId });
  return board;
}

function publish(board: TestBoard, chosen: readonly string[], by: number | null = null, reason = '') {
  const { boardId, roundId } = board;
  const ids = board
    .room()
    .board.rounds[0]?.entries.filter(({ title }) => chosen.includes(title))
    .map(({ id }) => id);
  return board.maker.must('outcome:publish', {
    boardId,
    roundId,
    chosen: ids ?? [],
    reason,
    text: 'So wird es gebaut.',
    picture: null,
    alt: '',
    promise: by === null ? null : { text: 'Zwölf Stück', by },
  });
}

async function described(board: TestBoard): Promise<string | undefined> {
  const { html } = await page(board, `/b/${board.slug}/ergebnis`);
  return /<meta property="og:description" content="([^"]*)">/.exec(html)?.[1];
}

test('the page of the outcome carries the board, the participant and its preview', async () => {
  await using board = await revealed(['Eiche', 'Eiche', 'Nussbaum']);
  const { status, html, boot, headers } = await page(board, `/b/${board.slug}/ergebnis`);
  expect(status).toBe(200);
  expect(headers.get('set-cookie')).toContain('mw_p=');
  expect(boot.board?.view).toMatchObject({ head: { slug: board.slug }, credits: [] });
  expect(boot.board?.shuffle).toEqual(expect.any(Number));
  expect(html).toContain('<title>Entscheidung: Nachttisch · Mitwerk</title>');
  expect(html).toContain('<meta property="og:title" content="Entscheidung: Nachttisch · Mitwerk">');
  const picture = /<meta property="og:image" content="([^"]*)">/.exec(html)?.[1] ?? '';
  expect(picture).toMatch(new RegExp(`^${board.url}/b/${board.slug}/ergebnis\\.jpg\\?v=\\d+$`));
  expect(html).toContain('<meta property="og:image:type" content="image/jpeg">');
  expect(html).toContain(`<link rel="canonical" href="${board.url}/b/${board.slug}/ergebnis">`);
});

test('names for the credits are on the page of the outcome, and not on the board’s', async () => {
  await using board = await revealed(['Eiche']);
  const ana = await board.phone();
  await board.maker.must('round:open', { boardId: board.boardId, roundId: board.roundId });
  await board.delivered();
  await ana.cast('Eiche');
  // Longer than what an id, which is random, may happen to spell.
  await ana.must('credit:give', { boardId: board.boardId, name: 'Annegret & Co', consent: 1 });
  const outcome = await page(board, `/b/${board.slug}/ergebnis`);
  expect(outcome.boot.board?.view?.credits.map(({ name }) => name)).toEqual(['Annegret & Co']);
  expect((await page(board, `/b/${board.slug}`)).html).not.toContain('Annegret');
  await ana.must('credit:withdraw', { boardId: board.boardId });
  expect((await page(board, `/b/${board.slug}/ergebnis`)).html).not.toContain('Annegret');
});

test('[T4] the preview names the winner with its votes, a tie as a tie, and an empty round', async () => {
  await using won = await revealed(['Eiche', 'Eiche', 'Nussbaum']);
  expect(await described(won)).toBe('Gewonnen hat „Eiche“ (2 von 3 Stimmzetteln).');
  await using tied = await revealed(['Eiche', 'Nussbaum']);
  expect(await described(tied)).toBe('Gleichstand: „Eiche“ und „Nussbaum“ (je 1 von 2 Stimmzetteln).');
  await using empty = await revealed([]);
  expect(await described(empty)).toBe('Niemand hat abgestimmt.');
  await using open = await startBoard({ drafts: DRAFTS });
  expect(await described(open)).toBe('Noch ist nichts entschieden.');
});

test('the preview tells what was promised, and a choice against the votes as a choice', async () => {
  await using board = await revealed(['Eiche']);
  const endOfDay = Date.UTC(2027, 2, 1, 22, 59, 59);
  await publish(board, ['Eiche'], endOfDay);
  expect(await described(board)).toBe(
    'Gewonnen hat „Eiche“ (1 von 1 Stimmzettel). Versprochen bis 1. März 2027: Zwölf Stück',
  );
  await publish(board, ['Nussbaum'], endOfDay + DAY, 'Eiche ist aus.');
  expect(await described(board)).toBe('Entschieden: „Nussbaum“. Versprochen bis 2. März 2027: Zwölf Stück');
});

test.each([
  [{ kind: 'rank', max: 2 }, 'Gewonnen hat „Eiche“ (2 Punkte).'],
  [{ kind: 'approve' }, 'Gewonnen hat „Eiche“ (1 von 1 Stimmzettel).'],
] as const)('%j is told in its own words', async (rule, sentence) => {
  await using board = await revealed(['Eiche'], rule);
  expect(await described(board)).toBe(sentence);
});

test('no page and no picture of a board that is not there', async () => {
  await using board = await startBoard({ open: false });
  for (const path of ['/b/nothing/ergebnis', '/b/nothing/ergebnis.jpg']) {
    expect((await ask(board, path)).status).toBe(404);
  }
});

async function picture(board: TestBoard): Promise<{ bytes: Buffer; cache: string | null }> {
  const response = await ask(board, `/b/${board.slug}/ergebnis.jpg`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  return { bytes: Buffer.from(await response.arrayBuffer()), cache: response.headers.get('cache-control') };
}

test('the share picture is a small JPEG of 1200 × 630 that changes with what it shows', async () => {
  await using board = await revealed(['Eiche', 'Nussbaum']);
  const { bytes, cache } = await picture(board);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
  expect(bytes.length).toBeLessThan(300_000);
  expect(cache).toBe('public, max-age=300');
  expect((await picture(board)).bytes.equals(bytes)).toBe(true);
  await publish(board, ['Nussbaum'], null, 'Eiche ist aus.');
  expect((await picture(board)).bytes.equals(bytes)).toBe(false);
});

test('[A2] before the reveal the picture is the same whatever was voted', async () => {
  await using board = await startBoard({ drafts: DRAFTS });
  const before = await picture(board);
  await (await board.phone()).cast('Eiche');
  expect((await picture(board)).bytes.equals(before.bytes)).toBe(true);
});
