import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { after } from '../../shared/messages/de/after.ts';
import { decisions } from '../../shared/messages/de/decisions.ts';
import { follower } from '../../shared/messages/de/follower.ts';
import { ideas } from '../../shared/messages/de/ideas.ts';
import { moderation as inbox } from '../../shared/messages/de/moderation.ts';
import { studio } from '../../shared/messages/de/studio.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { SMALL_PHONE, Story } from '../support/story.ts';

const HANDLE = 'Ein Griff zum Tragen';
const GRIP = 'Griff, damit man ihn tragen kann';
const SMOOTH = 'Glatt und ohne Griff';
const ADVERT = 'Billige Hocker gibt es bei mir im Laden';
const NAME = 'Annegret Zwirbelmann';

describeWithBrowser('the whole loop', (browser) => {
  test('question, ideas, drafts, vote, decision, promise kept, and a name that goes as it came', async () => {
    await using story = await Story.begin(browser());
    const cast = await begin(story);
    await handInIdeas(cast);
    await foldAndObject(cast);
    await merge(cast);
    await leaveName(cast);
    await promoteAndVote(cast);
    const page = await decideAndKeep(cast);
    const overlay = await rollThanks(cast);
    expect(await everythingKept(cast)).toContain(NAME);

    await press(cast.ana, after.creditWithdraw);
    await cast.ana.getByText(after.creditWithdrawn).waitFor();
    for (const screen of [page, overlay, cast.maker, cast.ben]) {
      await expect.poll(() => screen.content()).not.toContain(NAME);
    }
    expect(await everythingKept(cast)).not.toContain(NAME);
    expect(story.complaints).toEqual([]);
    // As many steps as four other tests, each of which a busy machine may be slow in.
  }, 240_000);
});

interface Cast {
  readonly story: Story;
  readonly board: string;
  readonly maker: Page;
  readonly ana: Page;
  readonly ben: Page;
  readonly cem: Page;
}

/** A maker whose first round asks for ideas, and three phones. */
async function begin(story: Story): Promise<Cast> {
  const maker = await story.device();
  await maker.goto(story.server.makerLink ?? '');
  await maker.getByLabel('Titel').fill('Der neue Hocker');
  await press(maker, 'Erstes Board anlegen');
  await maker.getByRole('heading', { name: 'Der neue Hocker', level: 1 }).waitFor();
  await press(maker, new RegExp(studio.roundAdd));
  await press(maker, new RegExp(studio.roundKinds.ideas.title));
  await press(maker, studio.roundUp(2));
  await press(maker, studio.roundOpen);
  const board = `${story.origin}/b/der-neue-hocker`;
  const phone = async () => {
    const page = await story.device(SMALL_PHONE);
    await page.goto(board);
    return page;
  };
  return { story, board, maker, ana: await phone(), ben: await phone(), cem: await phone() };
}

async function handInIdeas({ ana, ben, cem }: Cast): Promise<void> {
  await handIn(ana, HANDLE);
  await handIn(ben, GRIP);
  await handIn(cem, ADVERT);
  await support(ben, HANDLE);
  await support(cem, HANDLE);
  await support(cem, GRIP);
}

async function foldAndObject({ maker, ana, cem }: Cast): Promise<void> {
  const dialog = maker.getByRole('dialog');
  await press(maker, new RegExp(`^${inbox.name}`), 'link');
  await takeUp(maker, ADVERT);
  await press(maker, inbox.fold);
  await dialog.getByText(inbox.foldReasons.spam.title).click();
  await press(dialog, inbox.fold);
  await ana.getByText(ideas.folded(1, ideas.reasons.spam)).waitFor();
  await press(cem, ideas.object);
  await cem.getByLabel(ideas.objectWhy).fill('Das war ernst gemeint.');
  await press(cem, ideas.objectSend);
  await maker.getByText('Das war ernst gemeint.').first().waitFor();
  await press(slip(maker, ADVERT), inbox.answer);
  await dialog.getByLabel(inbox.answerStays).fill('Es bleibt Werbung.');
  await press(dialog, inbox.answerSend);
  await cem.getByText('Es bleibt Werbung.').waitFor();
}

/** Ben and Cem support the two, Cem both: together that makes two. */
async function merge({ maker, ana }: Cast): Promise<void> {
  const dialog = maker.getByRole('dialog');
  await takeUp(maker, HANDLE);
  await press(slip(maker, HANDLE), inbox.merge);
  await press(dialog, new RegExp(GRIP));
  await press(dialog, inbox.mergeNow(2));
  await ana.getByText(ideas.mergedWith(1)).waitFor();
  await ana.getByRole('button', { name: new RegExp(`^${ideas.support} ?2 ?: ${HANDLE}`) }).waitFor();
}

async function leaveName({ ana, ben }: Cast): Promise<void> {
  await press(ana, new RegExp(after.creditOpen));
  await ana.getByLabel(after.creditName).fill(NAME);
  await press(ana, after.creditGive);
  await ben.getByText(ideas.by(NAME)).waitFor();
}

async function promoteAndVote({ maker, ana, ben, cem }: Cast): Promise<void> {
  await press(slip(maker, HANDLE), inbox.promote);
  await press(maker.getByRole('dialog'), inbox.promoteNow);
  await press(maker, studio.roundClose);
  await press(maker, studio.reveal);
  await press(maker, new RegExp(`^${studio.runSheet}`), 'link');
  await press(maker, studio.withoutPhoto);
  const draft = maker.getByRole('article', { name: 'Entwurf B' }).getByLabel('Titel');
  await draft.fill(SMOOTH);
  await draft.press('Enter');
  await press(maker, studio.showNext(2));
  await press(maker, studio.roundOpen);
  for (const phone of [ana, ben, cem]) await vote(phone, HANDLE);
  await press(maker, studio.roundClose);
  await press(maker, studio.reveal);
}

/** Ana looks away meanwhile, and is told when she comes back. Answers the page of the outcome, open on another phone. */
async function decideAndKeep({ story, board, maker, ana }: Cast): Promise<Page> {
  await ana.goto('about:blank');
  const form = maker.getByRole('dialog');
  await press(maker.getByRole('region', { name: studio.live }), decisions.publishNext);
  await form.getByLabel(decisions.text).fill('Wir bauen zwanzig Stück in Eiche.');
  await form.getByLabel(decisions.promise).check();
  await form.getByLabel(decisions.what).fill('Der erste steht im Schaufenster');
  await form.getByLabel(decisions.day).fill(inDays(10));
  await press(form, decisions.publish);
  const page = await story.device(SMALL_PHONE);
  await page.goto(`${board}/ergebnis`);
  await page.getByText('Wir bauen zwanzig Stück in Eiche.').first().waitFor();
  await page.getByText(NAME).first().waitFor();

  await press(maker, decisions.keep);
  await form.getByLabel(decisions.keepText).fill('Kommt vorbei und setzt euch.');
  await press(form, decisions.keepNow);
  await page.getByText('Kommt vorbei und setzt euch.').first().waitFor();
  await ana.goto(board);
  const news = ana.getByText(/eingelöst\.$/);
  await news.first().waitFor();
  return page;
}

async function rollThanks({ story, maker }: Cast): Promise<Page> {
  const stageLink = await maker.getByRole('link', { name: /Bühne öffnen/ }).getAttribute('href');
  const overlay = await story.device({ viewport: { width: 1920, height: 1080 } });
  await overlay.goto(`${story.origin}${stageLink}?overlay=1`);
  await press(maker.getByRole('region', { name: studio.live }), decisions.stageCredits);
  await overlay.getByText(NAME).first().waitFor();
  return overlay;
}

/** Every byte somebody could read later: the exported board, and the files of the server, which is still running. */
async function everythingKept({ story, board, maker }: Cast): Promise<string> {
  const html = await (await maker.request.get(board)).text();
  const boardId = /"head":\{"id":"([^"]+)"/.exec(html)?.[1];
  const zip = await maker.request.get(`${story.origin}/api/boards/${boardId}/archive.zip`);
  expect(zip.status()).toBe(200);
  const packed = Object.values(unzipSync(await zip.body())).map((file) => Buffer.from(file));
  const names = await readdir(story.folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => readFile(join(entry.parentPath, entry.name)));
  return Buffer.concat([...packed, ...(await Promise.all(files))]).toString('utf8');
}

type Place = Pick<Page, 'getByRole'>;

async function press(place: Place, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  await place.getByRole(role, { name, exact: true }).first().click();
}

async function handIn(phone: Page, title: string): Promise<void> {
  await phone.getByLabel(ideas.yourIdea).fill(title);
  await press(phone, ideas.submit);
  await phone.getByText(ideas.thanks).waitFor();
}

async function support(phone: Page, title: string): Promise<void> {
  await phone.getByRole('button', { name: new RegExp(`^${ideas.support}.*${title}`) }).click();
}

async function vote(phone: Page, title: string): Promise<void> {
  const card = phone.getByRole('article').filter({ hasText: title, has: phone.getByRole('radio') });
  await card.tap();
  await phone.getByRole('button', { name: follower.voteFor(title) }).tap();
  await phone.getByRole('button', { name: follower.change }).waitFor();
}

/** As a date field takes it. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  return day.toISOString().slice(0, 10);
}

function slip(maker: Page, title: string) {
  return maker.getByRole('article', { name: title });
}

async function takeUp(maker: Page, title: string): Promise<void> {
  await maker
    .getByRole('radio', { name: inbox.filters.all })
    .or(maker.getByRole('button', { name: inbox.filters.all }))
    .first()
    .click();
  await slip(maker, title).getByRole('button', { name: title }).click();
}
