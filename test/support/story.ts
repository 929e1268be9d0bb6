import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Served, type ServeOptions, serve } from './serve.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const SMALL_PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
const PATIENCE = 20_000;

/** A running server and a browser, and whoever plays a part: each page is a device of its own. */
export class Story implements AsyncDisposable {
  readonly server: Served;
  /** Where the server keeps everything. */
  readonly folder: string;
  readonly #browser: Browser;
  readonly #ends: (() => PromiseLike<unknown>)[];
  /** Everything any page asked for, and every connection it opened. */
  readonly requested: string[] = [];
  /** What pages complained about in their console, and errors nobody caught. */
  readonly complaints: string[] = [];

  private constructor(
    { server, folder }: { server: Served; folder: string },
    browser: Browser,
    ends: (() => PromiseLike<unknown>)[],
  ) {
    this.server = server;
    this.folder = folder;
    this.#browser = browser;
    this.#ends = ends;
  }

  static async begin(browser: Browser, options: Omit<ServeOptions, 'folder'> = {}): Promise<Story> {
    const folder = await temporaryFolder();
    const server = await serve({ folder: folder.path, ...options });
    return new Story({ server, folder: folder.path }, browser, [
      () => server.kill(),
      () => folder[Symbol.asyncDispose](),
    ]);
  }

  get origin(): string {
    return this.server.origin;
  }

  /** Another device, speaking German unless told otherwise. */
  async device(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      locale: 'de-DE',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    this.#ends.unshift(() => context.close());
    context.setDefaultTimeout(PATIENCE);
    context.on('request', (request) => this.requested.push(request.url()));
    const page = await context.newPage();
    page.on('websocket', (socket) => this.requested.push(socket.url()));
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') this.complaints.push(line.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const end of this.#ends) await end();
  }
}

export interface Photo {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Lets photos fall on an element, as from the desktop. */
export async function dropPhotos(page: Page, onto: string, photos: readonly Photo[]): Promise<void> {
  const dragged = photos.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  const transfer = await page.evaluateHandle((files) => {
    const carried = new DataTransfer();
    for (const { name, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      carried.items.add(new File([bytes], name, { type: 'image/jpeg' }));
    }
    return carried;
  }, dragged);
  await page.dispatchEvent(onto, 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent(onto, 'drop', { dataTransfer: transfer });
}

/** Waits until a picture is not only asked for but there. */
export async function pictureIsShown(page: Page, within: string): Promise<void> {
  await expect
    .poll(() =>
      page.locator(within).evaluateAll((images) => {
        return images.some((image) => image instanceof HTMLImageElement && image.naturalWidth > 0);
      }),
    )
    .toBe(true);
}
