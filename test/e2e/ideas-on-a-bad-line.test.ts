import { expect, test } from 'vitest';
import { ask, type Maker, redeemLink } from '../load/maker.ts';
import { RawPhone } from '../load/raw-phone.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { Line } from '../support/line.ts';
import { SMALL_PHONE, Story } from '../support/story.ts';

describeWithBrowser('ideas on a bad line', (browser) => {
  test('[I3] an idea handed in before the board was joined survives a cut and a reload', async () => {
    await using story = await Story.begin(browser());
    await using line = await Line.to(story.server.port);
    const maker = await redeemLink(story.server.makerLink ?? '');
    const board = await collectIdeas(maker);
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
    await phone.getByText('für alle sichtbar').waitFor();
    expect(await titles(maker, board)).toEqual(['Ein Griff zum Tragen']);
  });
});

interface IdeaBoard {
  readonly slug: string;
  readonly boardId: string;
  readonly roundId: string;
}

/** A board whose one round takes ideas. */
async function collectIdeas(maker: Maker): Promise<IdeaBoard> {
  const desk = await RawPhone.connect(maker);
  try {
    const { boardId, slug } = await ask(desk, 'board:create', {
      title: 'Hocker',
      reason: '',
      makerName: 'Eva',
      accent: 'schiefer',
      language: 'de',
    });
    const { roundId } = await ask(desk, 'round:add', {
      boardId,
      question: 'Was fehlt dem Hocker?',
      rule: { kind: 'approve' },
      results: 'live',
      seconds: null,
      ideas: { whileVoting: true, review: false, pictures: true, each: 5 },
    });
    await ask(desk, 'round:collect', { boardId, roundId, collect: true });
    return { slug, boardId, roundId };
  } finally {
    desk.close();
  }
}

async function titles(maker: Maker, { slug, roundId }: IdeaBoard): Promise<readonly string[]> {
  const desk = await RawPhone.connect(maker);
  const { view } = await desk.join({ slug, as: 'maker' });
  desk.close();
  return view?.rounds.find(({ id }) => id === roundId)?.entries.map(({ title }) => title) ?? [];
}
