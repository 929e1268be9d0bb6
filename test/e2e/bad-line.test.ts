import { expect, test } from 'vitest';
import { madeUpElection } from '../load/made-up-election.ts';
import { ask, closeElection, type Maker, openElection, redeemLink } from '../load/maker.ts';
import { RawPhone } from '../load/raw-phone.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { Line } from '../support/line.ts';
import { SMALL_PHONE, Story } from '../support/story.ts';
import { uploadPhoto } from './seeded-boards.ts';

describeWithBrowser('voting on a bad line', (browser) => {
  test('a vote cast offline survives a reload and counts once when the line is back', async () => {
    await using story = await Story.begin(browser());
    await using line = await Line.to(story.server.port);
    const { maker, round, phone } = await readyToVote(story, line);

    line.cut();
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: /stimmen$/ }).tap();
    await phone.getByText('Gemerkt. Wird gezählt, sobald du wieder Netz hast.').waitFor();
    await expect(phone.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');

    await phone.context().setOffline(false);
    line.mend();
    await phone.goto(`${line.origin}/b/${round.slug}`);
    await phone.getByText(/Deine Stimme zählt/).waitFor();
    expect(await closeElection(maker, round)).toMatchObject({ ballots: 1 });
  });

  test('a vote whose acknowledgement was lost is sent again and counts once', async () => {
    await using story = await Story.begin(browser());
    await using line = await Line.to(story.server.port);
    const { maker, round, phone } = await readyToVote(story, line);

    line.deafen();
    await phone.getByRole('button', { name: /stimmen$/ }).tap();
    await phone.getByText('Deine Stimme ist unterwegs …').waitFor();
    const watcher = await story.device();
    await watcher.goto(`${story.origin}/b/${round.slug}`);
    await watcher.getByText('1 Stimme', { exact: false }).first().waitFor();

    line.cut();
    line.mend();
    await phone.getByText(/Deine Stimme zählt/).waitFor();
    expect(await closeElection(maker, round)).toMatchObject({ ballots: 1 });
  });

  test('a page that stays open reconnects by itself and sends what it kept', async () => {
    await using story = await Story.begin(browser());
    await using line = await Line.to(story.server.port);
    const { maker, round, phone } = await readyToVote(story, line);
    line.cut();
    await phone.getByRole('button', { name: /stimmen$/ }).tap();
    await phone.getByText('Gemerkt. Wird gezählt, sobald du wieder Netz hast.').waitFor();
    line.mend();
    await phone.getByText(/Deine Stimme zählt/).waitFor();
    expect(await closeElection(maker, round)).toMatchObject({ ballots: 1 });
  });

  test('[V1] a vote that was kept until the round had closed is told that it came too late', async () => {
    await using story = await Story.begin(browser());
    await using line = await Line.to(story.server.port);
    const { maker, round, phone } = await readyToVote(story, line);
    line.cut();
    await phone.getByRole('button', { name: /stimmen$/ }).tap();
    await phone.getByText('Gemerkt. Wird gezählt, sobald du wieder Netz hast.').waitFor();
    expect(await closeElection(maker, round)).toMatchObject({ ballots: 0 });
    line.mend();
    await phone.getByText('Zu spät, die Runde ist geschlossen.').waitFor();
    expect(await phone.getByRole('article').getByText('Deine Stimme').count()).toBe(0);
    await phone.getByRole('button', { name: 'Schließen' }).tap();
    await phone.getByText('Zu spät').waitFor({ state: 'detached' });
  });

  test('no card moves when the line is lost, nor when it is back', async () => {
    await using story = await Story.begin(browser());
    await using line = await Line.to(story.server.port);
    const { phone } = await readyToVote(story, line);
    const card = phone.getByRole('article').first();
    const strip = phone.getByText('Keine Verbindung.');
    const before = await card.boundingBox();
    line.cut();
    await strip.waitFor();
    expect(await card.boundingBox()).toEqual(before);
    line.mend();
    await strip.waitFor({ state: 'detached' });
    expect(await card.boundingBox()).toEqual(before);
  });

  test('news that come late for somebody who is back move no card of the open round', async () => {
    await using story = await Story.begin(browser());
    const maker = await redeemLink(story.server.makerLink ?? '');
    const { slug, boardId, roundId, remote } = await openPictures(maker);
    const phone = await story.device(SMALL_PHONE);
    await phone.goto(`${story.origin}/b/${slug}`);
    await phone.getByRole('article').filter({ hasText: 'Eiche' }).tap();
    await phone.getByRole('button', { name: /stimmen$/ }).tap();
    await phone.getByText(/Deine Stimme zählt/).waitFor();
    await phone.goto('about:blank');
    await ask(remote, 'round:close', { boardId, roundId });
    await ask(remote, 'round:reveal', { boardId, roundId });
    await openRound(remote, boardId, { question: 'Und welcher Griff?', titles: ['Leder', 'Messing'] });

    let deliver = () => {};
    const late = new Promise<void>((go) => (deliver = go));
    await phone.route(/Greeting.*\.js$/, (route) => late.then(() => route.continue()));
    const asked = phone.waitForRequest(/Greeting.*\.js$/);
    await phone.goto(`${story.origin}/b/${slug}`);
    await asked;
    const card = phone.getByRole('article').first();
    const before = await card.boundingBox();
    deliver();
    await phone.getByText('Deine Wahl hat gewonnen.').waitFor();
    expect(await card.boundingBox()).toEqual(before);
    remote.close();
  });

  test('a part of the page that could not be fetched comes when the line is back', async () => {
    await using story = await Story.begin(browser());
    await using line = await Line.to(story.server.port);
    const maker = await redeemLink(story.server.makerLink ?? '');
    const phone = await story.device(SMALL_PHONE);
    const { slug, remote } = await openPictures(maker);
    remote.close();
    await phone.goto(`${line.origin}/b/${slug}`);
    await phone.getByText('Tippe auf deinen Favoriten.').waitFor();

    line.cut();
    const failed = phone.waitForEvent('requestfailed', (request) => request.url().includes('Enlarged'));
    await phone.getByRole('button', { name: 'Eiche vergrößern' }).tap();
    await failed;
    line.mend();
    await phone.getByRole('dialog').waitFor();
    const view = phone.getByRole('button', { name: 'Näher heran' });
    await expect.poll(() => view.evaluate((button) => getComputedStyle(button).cursor)).toBe('zoom-in');
  });
});

/** An open round, and a phone on the line that has chosen but not yet confirmed. */
async function readyToVote(story: Story, line: Line) {
  const maker = await redeemLink(story.server.makerLink ?? '');
  const round = await openElection(maker, madeUpElection(2, 1));
  const phone = await story.device(SMALL_PHONE);
  await phone.goto(`${line.origin}/b/${round.slug}`);
  await phone.getByRole('article').filter({ hasText: 'Project 1' }).tap();
  await phone.getByRole('button', { name: /stimmen$/ }).waitFor();
  return { maker, round, phone };
}

/** A board with its first round open, and the phone that its maker steers it with. */
async function openPictures(maker: Maker) {
  const picture = await uploadPhoto(maker);
  const remote = await RawPhone.connect(maker);
  const board = { title: 'Hocker', reason: '', makerName: 'Eva', accent: 'senf', language: 'de' } as const;
  const { boardId, slug } = await ask(remote, 'board:create', board);
  const round = { question: 'Welcher?', titles: ['Eiche', 'Nussbaum'], picture };
  return { slug, boardId, roundId: await openRound(remote, boardId, round), remote };
}

interface RoundToOpen {
  readonly question: string;
  readonly titles: readonly string[];
  readonly picture?: Awaited<ReturnType<typeof uploadPhoto>>;
}

async function openRound(
  remote: RawPhone,
  boardId: string,
  { question, titles, picture = null }: RoundToOpen,
): Promise<string> {
  const rule = { kind: 'choose', min: 1, max: 1 } as const;
  const round = { boardId, question, rule, results: 'live', seconds: null, ideas: null } as const;
  const { roundId } = await ask(remote, 'round:add', round);
  const drafts = titles.map((title) => ({ title, text: '', picture, alt: '' }));
  await ask(remote, 'draft:add', { boardId, roundId, drafts });
  await ask(remote, 'round:show', { boardId, roundId });
  await ask(remote, 'round:open', { boardId, roundId });
  return roundId;
}
