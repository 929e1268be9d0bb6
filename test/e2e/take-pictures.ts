import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { buildIfStale } from '../support/built.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { SMALL_PHONE, Story } from '../support/story.ts';

/** `npx tsx test/e2e/take-pictures.ts`: takes the pictures of `docs/pictures` from the running demo. */
const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const BOARD = '/b/der-neue-nachttisch';
/** Milliseconds by which all forty phones have come and voted. */
const CROWD = 120_000;

buildIfStale();
const path = findBrowser();
if (path === null) throw new Error('No Chromium found.');
await mkdir(FOLDER, { recursive: true });
const browser = await launchBrowser(path);
try {
  await takePictures(browser);
} finally {
  await browser.close();
}

async function takePictures(browser: Browser): Promise<void> {
  await using story = await Story.begin(browser, { demo: true, publicUrl: 'https://board.example' });

  const maker = await story.device({ deviceScaleFactor: 1.5 });
  await maker.goto(story.server.makerLink ?? '');
  await maker.getByRole('link', { name: /Der neue Nachttisch/ }).click();
  const stageLink = await maker.getByRole('link', { name: /Bühne öffnen/ }).getAttribute('href');
  const stage = await story.device({ viewport: { width: 1920, height: 1080 } });
  await stage.goto(`${story.origin}${stageLink}`);
  await stage.getByText(/^(39|40)\s*Stimmzettel/).waitFor({ timeout: CROWD });

  const phone = await story.device(SMALL_PHONE);
  await phone.goto(`${story.origin}${BOARD}`);
  await phone.getByRole('article').first().tap();
  await phone.getByRole('button', { name: /stimmen$/ }).tap();
  await phone.getByRole('button', { name: 'Ändern' }).waitFor();

  for (const page of [maker, stage, phone]) await allPicturesShown(page);
  // It has followed the open round; the way in for everyone stands at the top.
  await maker.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await keep('studio', await maker.screenshot());
  await keep('phone-and-stage', await beside(await stage.screenshot(), await phone.screenshot()));
}

async function allPicturesShown(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.loading === 'lazy'),
  );
}

/** The stage, and the phone to its right. */
async function beside(stage: Buffer, phone: Buffer): Promise<Buffer> {
  const [width, height, edge] = [400, 822, 12];
  const outline = (radius: number, colour: string, w: number, h: number) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect width="${w}" height="${h}" rx="${radius}" fill="${colour}"/></svg>`,
    );
  const screen = await sharp(phone)
    .resize(width, height)
    .composite([{ input: outline(34, '#fff', width, height), blend: 'dest-in' }])
    .png()
    .toBuffer();
  const device = await sharp(outline(46, '#0d0b09', width + 2 * edge, height + 2 * edge))
    .composite([{ input: screen, left: edge, top: edge }])
    .png()
    .toBuffer();
  const wall = await sharp(stage).resize(1500).png().toBuffer();
  return sharp({ create: { width: 2040, height: 926, channels: 4, background: '#ece4d4' } })
    .composite([
      { input: wall, left: 40, top: 41 },
      { input: device, left: 1576, top: 40 },
    ])
    .png()
    .toBuffer();
}

async function keep(name: string, picture: Buffer): Promise<void> {
  await sharp(picture)
    .resize({ width: 2040, withoutEnlargement: true })
    .webp({ quality: 84 })
    .toFile(join(FOLDER, `${name}.webp`));
}
