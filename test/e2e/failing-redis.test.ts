import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { closeElection, type Maker, openElection, type OpenRound, redeemLink } from '../load/maker.ts';
import { madeUpElection } from '../load/made-up-election.ts';
import { describeWithBrowser } from '../support/browser.ts';
import type { RedisServer } from '../support/redis-server.ts';
import { SMALL_PHONE, Story } from '../support/story.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

const LATER = 'Gerade nicht möglich, wird nachgereicht.';

describeWithBrowser('on a phone', (browser) => {
  describeWithOwnRedis('while Redis fails', (redis) => {
    test('[V4] a vote is kept, said to follow in both languages, and counted by itself when Redis is back', async () => {
      await using story = await onEmpty(browser(), redis());
      const { maker, round } = await begin(story);
      const phone = await ready(story, round, 'de-DE');
      const english = await ready(story, round, 'en-GB');

      await redis().kill();
      await confirm(phone);
      await confirm(english);
      await phone.getByText(LATER).waitFor();
      await english.getByText('Not possible right now, will be handed in by itself.').waitFor();
      expect(await phone.getByText('Deine Stimme zählt').count()).toBe(0);

      await redis().start();
      await phone.getByText(/Deine Stimme zählt/).waitFor();
      await english.getByText(/Your vote counts/).waitFor();
      expect(await closeElection(maker, round)).toMatchObject({ ballots: 2 });
      // It is back once the last connection is, which is not the one that ballots travel on.
      await expect
        .poll(() => [...new Set(outages(story))])
        .toEqual(['Redis is out of reach', 'Redis is back']);
    });

    test('[S6] an emptied Redis is never shown as zero, is told to the operator, and is forgiven when whole', async () => {
      await using story = await onEmpty(browser(), redis());
      const { maker, round } = await begin(story);
      const voter = await ready(story, round, 'de-DE');
      await confirm(voter);
      await voter.getByText(/Deine Stimme zählt/).waitFor();
      const phone = await ready(story, round, 'de-DE');
      const kept = await redis().keepFiles();
      await redis().empty();
      await redis().start();

      await confirm(phone);
      await phone.getByText(LATER).waitFor();
      await expect.poll(() => outages(story)).toContainEqual(expect.stringMatching(/^Redis was emptied/));
      const readiness = await fetch(`${story.origin}/readyz`);
      expect([readiness.status, await readiness.text()]).toEqual([
        503,
        expect.stringContaining('Redis was emptied'),
      ]);
      await voter.reload();
      await voter.getByText(/Es ist nichts verloren/).waitFor();
      const theirs = voter.getByRole('article').filter({ hasText: 'Project 1' });
      expect(await theirs.getByText(/0 Stimmen|noch keine Stimme/).count()).toBe(0);

      await redis().kill();
      await kept.putBack();
      await redis().start();
      await phone.getByText(/Deine Stimme zählt/).waitFor();
      await voter.getByText(/Deine Stimme zählt/).waitFor();
      expect(await closeElection(maker, round)).toMatchObject({ ballots: 2 });
      // The last connection may come back after one before it has seen that all is there.
      const told = outages(story).filter((text) => text !== 'Redis is back');
      expect(told.at(-1)).toBe('Redis holds again what it held');
    });
  });
});

/** A server that nobody has used before. */
async function onEmpty(browser: Browser, redis: RedisServer): Promise<Story> {
  await redis.flush();
  return Story.begin(browser, { redis: redis.url });
}

async function begin(story: Story): Promise<{ maker: Maker; round: OpenRound }> {
  const maker = await redeemLink(story.server.makerLink ?? '');
  return { maker, round: await openElection(maker, madeUpElection(2, 1)) };
}

/** A phone that has chosen but not yet confirmed. */
async function ready(story: Story, { slug }: OpenRound, locale: string): Promise<Page> {
  const phone = await story.device({ ...SMALL_PHONE, locale });
  await phone.goto(`${story.origin}/b/${slug}`);
  await phone.getByRole('article').filter({ hasText: 'Project 1' }).tap();
  return phone;
}

function confirm(phone: Page): Promise<void> {
  return phone.getByRole('button', { name: /stimmen$|^Vote for/ }).tap();
}

/** What the log says about Redis. */
function outages({ server }: Story): string[] {
  return server
    .printed()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => String(JSON.parse(line).msg))
    .filter((text) => text.startsWith('Redis'));
}
