import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { Story } from '../support/story.ts';

describeWithBrowser('the link to the studio', (browser) => {
  test('opens the studio also in a tab that is at its door already, and does not stay in the address', async () => {
    await using story = await Story.begin(browser());
    const page = await story.device();
    await page.goto(`${story.origin}/studio`);
    await page.getByRole('heading', { name: 'Hier geht es zur Werkstatt' }).waitFor();

    await page.goto(story.server.makerLink ?? '');
    await page.getByRole('button', { name: 'Abmelden' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
  });

  test('who has none is told commands that run what is here, not what a stranger may publish', async () => {
    await using story = await Story.begin(browser());
    const page = await story.device();
    await page.goto(`${story.origin}/studio`);
    await page.getByRole('heading', { name: 'Hier geht es zur Werkstatt' }).waitFor();
    const { bin } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await page.locator('code').allTextContents()).toEqual([
      `node ${bin.mitwerk} reset-maker`,
      'docker compose exec mitwerk mitwerk reset-maker',
    ]);
  });
});
