import { expect, test } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { Line } from '../support/line.ts';
import { SMALL_PHONE, Story } from '../support/story.ts';
import { IdeaBoard } from './idea-board.ts';

describeWithBrowser('ideas on a bad line', (browser) => {
  test('[I3] an idea handed in before the board was joined survives a cut and a reload', async () => {
    await using story = await Story.begin(browser());
    await using line = await Line.to(story.server.port);
    await using board = await IdeaBoard.begin(story);
    const phone = await story.device(SMALL_PHONE);
    let isHeld = true;
    await phone.routeWebSocket(/socket\.io/, (socket) => {
      if (!isHeld) socket.connectToServer();
    });
    await phone.goto(`${line.origin}/b/${board.slug}`);
    await phone.getByLabel('Deine Idee').fill('Ein Griff zum Tragen');
    line.cut();
    await phone.getByRole('button', { name: 'Idee abschicken' }).tap();
    await phone.getByText(/Deine Idee ist unterwegs|Gemerkt\. Wird nachgereicht/).waitFor();
    expect(await phone.getByText('Danke!').count()).toBe(0);

    isHeld = false;
    line.mend();
    await phone.reload();
    await phone.getByText('für alle sichtbar', { exact: true }).waitFor();
    expect(await board.titles()).toEqual(['Ein Griff zum Tragen']);
  });

  test('[I1] an idea that came too late can be read, details and all, after the next round is shown', async () => {
    await using story = await Story.begin(browser());
    await using line = await Line.to(story.server.port);
    await using board = await IdeaBoard.begin(story);
    await board.do('round:open', board.roundId);
    const phone = await story.device(SMALL_PHONE);
    await phone.goto(`${line.origin}/b/${board.slug}`);
    await phone.getByLabel('Deine Idee').fill('Ein Griff');
    await phone.getByRole('button', { name: 'Mehr dazu schreiben' }).tap();
    await phone.getByLabel('Mehr dazu').fill('Aus Leder, an der Seite');
    line.cut();
    await phone.getByRole('button', { name: 'Idee abschicken' }).tap();
    await phone.getByText('Gemerkt. Wird nachgereicht, sobald du wieder Netz hast.').waitFor();
    await board.do('round:close', board.roundId);
    line.mend();
    await phone.getByText(/^nicht angekommen: /).waitFor();
    await phone.getByText('Aus Leder, an der Seite').waitFor();

    await board.do('round:show', board.nextId);
    await phone.getByRole('heading', { name: 'Welches Holz?' }).waitFor();
    await phone.getByText(/^nicht angekommen: /).waitFor();
    await phone.getByText('Aus Leder, an der Seite').waitFor();
    await phone.getByRole('button', { name: 'Verwerfen' }).tap();
    await phone.getByText('Aus Leder, an der Seite').waitFor({ state: 'detached' });
  });
});
