import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { SMALL_PHONE } from '../support/story.ts';
import { type Costs, costsOver, countCosts } from './page-cost.ts';

export type Doing = 'rests' | 'scrolls' | 'taps';
export type SortName = 'chance' | 'top';

/** As a thumb does. */
const PIXELS_PER_SECOND = 900;
const THUMB = { x: 180, y: 500 };
const TAP_EVERY_MS = 2_000;

/** A real phone's page on the board of ideas. */
export class IdeasPage implements AsyncDisposable {
  /** Milliseconds from the navigation until the first idea can be supported. */
  readonly readyAfter: number;
  readonly #page: Page;
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession, readyAfter: number) {
    this.#page = page;
    this.#devtools = devtools;
    this.readyAfter = readyAfter;
  }

  static async open(browser: Browser, address: string, slowdown: number): Promise<IdeasPage> {
    const context = await browser.newContext({ ...SMALL_PHONE, locale: 'de-DE' });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('li article button[aria-pressed]').first().waitFor({ timeout: 60_000 });
    const readyAfter = await page.evaluate(() => performance.now());
    await countCosts(devtools);
    return new IdeasPage(page, devtools, readyAfter);
  }

  async sortBy(sort: SortName): Promise<void> {
    await this.#page.evaluate((value) => {
      scrollTo(0, 0);
      document.querySelector<HTMLInputElement>(`fieldset input[value="${value}"]`)?.click();
    }, sort);
    await this.#page.locator(`fieldset input[value="${sort}"]:checked`).waitFor({ state: 'attached' });
  }

  /** What it costs while a person does this with it. */
  async costs(doing: Doing, seconds: number): Promise<Costs> {
    await this.#page.evaluate(() => scrollTo(0, 0));
    const acting = this.#act(doing, seconds);
    const costs = await costsOver(this.#devtools, seconds);
    await acting;
    return costs;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#page.context().close();
  }

  /** Fingers come from the browser's input, not from a script in the page: that would be counted. */
  async #act(doing: Doing, seconds: number): Promise<void> {
    if (doing === 'scrolls') {
      await this.#devtools.send('Input.synthesizeScrollGesture', {
        ...THUMB,
        yDistance: -PIXELS_PER_SECOND * seconds,
        speed: PIXELS_PER_SECOND,
        gestureSourceType: 'touch',
      });
    }
    if (doing === 'taps') {
      const at = await this.#firstButton();
      for (let ms = 0; ms < seconds * 1_000; ms += TAP_EVERY_MS) {
        await this.#devtools.send('Input.synthesizeTapGesture', { ...at, gestureSourceType: 'touch' });
        await pause(TAP_EVERY_MS);
      }
    }
  }

  async #firstButton(): Promise<{ x: number; y: number }> {
    const box = await this.#page.locator('li article button[aria-pressed]').first().boundingBox();
    if (!box) throw new Error('No idea can be supported.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
}
