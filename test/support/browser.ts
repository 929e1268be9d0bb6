import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Nothing of the browser's own may go out: the tests watch every request. */
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-first-run',
];

/** Path of a Chromium: `CHROMIUM_PATH`, else one on the PATH, else `null`. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find(isRunnable) ?? null;
}

export function launchBrowser(executablePath: string): Promise<Browser> {
  // Chromium refuses its sandbox to root, which is who runs in most containers.
  const flags = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS;
  return chromium.launch({ executablePath, args: flags });
}

/**
 * Tests in a real Chromium. Without one they are left out, and that is said aloud; where `REQUIRE_BROWSER` or `CI` is
 * set, leaving out is a failure.
 */
export function describeWithBrowser(name: string, define: (browser: () => Browser) => void): void {
  const path = findBrowser();
  if (path !== null) {
    describe(name, () => {
      let browser: Browser | null = null;
      beforeAll(async () => {
        browser = await launchBrowser(path);
      });
      afterAll(() => browser?.close());
      define(() => {
        if (browser === null) throw new Error('The browser is not running.');
        return browser;
      });
    });
    return;
  }
  const required = Boolean(process.env.REQUIRE_BROWSER || process.env.CI);
  test(`${name}: ${required ? 'needs' : 'LEFT OUT, because there is no'} Chromium`, () => {
    const advice = 'No Chromium found: put one on the PATH or set CHROMIUM_PATH.';
    if (required) throw new Error(advice);
    process.stderr.write(`\n*** LEFT OUT: ${name}. ${advice}\n`);
  });
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
