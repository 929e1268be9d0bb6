import { expect, test } from 'vitest';
import { madeUpElection } from '../load/made-up-election.ts';
import { closeElection, openElection, redeemLink } from '../load/maker.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { SMALL_PHONE, Story } from '../support/story.ts';

describeWithBrowser('tapping early and twice', (browser) => {
  test('a pick before the board is joined is added to the ballot that counts', async () => {
    await using story = await Story.begin(browser());
    const maker = await redeemLink(story.server.makerLink ?? '');
    const round = await openElection(maker, madeUpElection(3, 3));
    const phone = await story.device(SMALL_PHONE);
    const card = (name: string) => phone.getByRole('article').filter({ hasText: name });
    await phone.goto(`${story.origin}/b/${round.slug}`);
    await card('Project 0').tap();
    await phone.getByRole('button', { name: /stimmen$/ }).tap();
    await phone.getByText(/Deine Stimme zählt/).waitFor();

    let connect = () => {};
    const mayConnect = new Promise<void>((go) => (connect = go));
    await phone.routeWebSocket(/socket\.io/, async (socket) => {
      await mayConnect;
      socket.connectToServer();
    });
    await phone.goto(`${story.origin}/b/${round.slug}`);
    await card('Project 2').tap();
    await phone.getByRole('button', { name: 'Für „Project 2“ stimmen' }).waitFor();
    connect();
    await phone.getByRole('button', { name: /^Für (A und C|C und A) stimmen/ }).tap();
    await phone.getByText(/Deine Stimme zählt/).waitFor();
    expect(await closeElection(maker, round)).toMatchObject({ ballots: 1 });
  });

  test('three taps in the same place cast the vote and leave it alone', async () => {
    await using story = await Story.begin(browser());
    const maker = await redeemLink(story.server.makerLink ?? '');
    const round = await openElection(maker, madeUpElection(2, 1));
    const phone = await story.device(SMALL_PHONE);
    await phone.goto(`${story.origin}/b/${round.slug}`);
    await phone.getByRole('article').filter({ hasText: 'Project 1' }).tap();
    const box = await phone.getByRole('button', { name: /stimmen$/ }).boundingBox();
    if (!box) throw new Error('The button that casts is not in sight.');
    const [x, y] = [box.x + box.width * 0.85, box.y + box.height / 2];
    for (let tap = 0; tap < 3; tap++) await phone.touchscreen.tap(x, y);
    await phone.getByText(/Deine Stimme zählt/).waitFor();
    expect(await phone.getByRole('button', { name: 'Ändern' }).isVisible()).toBe(true);
    expect(await closeElection(maker, round)).toMatchObject({ ballots: 1 });
  });
});
