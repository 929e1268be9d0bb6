import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Language } from '../../shared/limits.ts';
import { redeemLink } from '../load/maker.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { SMALL_PHONE, Story } from '../support/story.ts';
import { screens } from './screens/all.ts';
import type { Screen, Viewer } from './screens/screen.ts';
import { seedBoards } from './seeded-boards.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DEVICES: Record<Viewer, BrowserContextOptions> = {
  phone: SMALL_PHONE,
  maker: {},
  'maker-phone': SMALL_PHONE,
  stranger: {},
  stage: { viewport: { width: 1920, height: 1080 } },
};

describeWithBrowser('every screen', (browser) => {
  test.each(['de', 'en'] as const)(
    'has nothing for axe to find in light and dark, and asks nobody else for anything: %s',
    async (language) => {
      await using story = await Story.begin(browser());
      const found: string[] = [];
      await visitAll(story, language, async (screen, page) => {
        expect(await page.locator('html').getAttribute('lang'), screen.name).toBe(language);
        if (screen.viewer.endsWith('phone')) expect(await overhangOf(page, 320), screen.name).toBe(0);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await colourIsSettled(page);
          found.push(...(await faultsOf(page)).map((fault) => `${screen.name}, ${colorScheme}: ${fault}`));
        }
      });
      expect(found).toEqual([]);
      expect(story.requested.length).toBeGreaterThan(screens.length);
      expect(story.requested.filter((url) => !isOwn(url, story.origin))).toEqual([]);
    },
    // Axe looks at some fifty screens twice: a minute of work, and a busy machine takes its time for it.
    600_000,
  );
});

async function visitAll(
  story: Story,
  language: Language,
  see: (screen: Screen, page: Page) => Promise<void>,
): Promise<void> {
  const maker = await redeemLink(story.server.makerLink ?? '');
  const boards = await seedBoards(maker, language);
  const pages = new Map<Viewer, Page>();
  for (const screen of screens) {
    const page =
      pages.get(screen.viewer) ?? (await story.device({ ...DEVICES[screen.viewer], locale: language }));
    pages.set(screen.viewer, page);
    if (screen.viewer.startsWith('maker')) {
      const [name = '', value = ''] = maker.cookie.split('=');
      await page.context().addCookies([{ name, value, url: story.origin }]);
    }
    // Two addresses that differ only behind `#` are one page to a browser.
    await page.goto('about:blank');
    await page.goto(`${story.origin}${screen.path(boards)}`);
    await screen.until(page).catch((error: unknown) => {
      throw new Error(`${screen.name} is not shown: ${String(error)}`);
    });
    await see(screen, page);
  }
}

/** Pixels by which the page is wider than a screen of this width. */
async function overhangOf(page: Page, width: number): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 640 });
  const overhang = await page.evaluate((wanted) => document.documentElement.scrollWidth - wanted, width);
  if (before) await page.setViewportSize(before);
  return overhang;
}

/** Colours glide from one theme to the other; what is measured half-way is neither. */
async function colourIsSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const gliding = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(gliding.map(({ finished }) => finished));
  });
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

function isOwn(url: string, origin: string): boolean {
  const { protocol, host } = new URL(url);
  if (protocol === 'data:' || protocol === 'about:') return true;
  return host === new URL(origin).host;
}
