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
});
