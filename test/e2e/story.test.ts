import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { dropPhotos, pictureIsShown, SMALL_PHONE, Story } from '../support/story.ts';

describeWithBrowser('the first live vote', (browser) => {
  test('from the printed link to the exported result, in German, with two phones and a stage', async () => {
    await using story = await Story.begin(browser());

    const maker = await story.device();
    await maker.goto(story.server.makerLink ?? '');
    await maker.getByLabel('Titel').fill('Der neue Hocker');
    await maker.getByRole('button', { name: 'Erstes Board anlegen' }).click();
    await maker.getByRole('heading', { name: 'Der neue Hocker', level: 1 }).waitFor();
    expect(maker.url()).not.toContain('link=');

    await dropPhotos(maker, 'main', [
      { name: 'Eiche hell.jpg', bytes: await photo('#c9a06b', '#f0e2c4') },
      { name: 'Nussbaum dunkel.jpg', bytes: await photo('#5a3822', '#8a5f41') },
    ]);
    for (const title of ['Eiche hell', 'Nussbaum dunkel']) {
      await maker.getByRole('article', { name: title }).getByLabel('Titel').waitFor();
    }
    await maker.getByRole('button', { name: 'Runde öffnen' }).click();

    const stage = await story.device({ viewport: { width: 1920, height: 1080 } });
    const stageLink = await maker.getByRole('link', { name: /Bühne öffnen/ }).getAttribute('href');
    await stage.goto(`${story.origin}${stageLink}`);
    await stage.getByRole('listitem').filter({ hasText: 'Eiche hell' }).getByText('0 Stimmen').waitFor();
    await pictureIsShown(stage, 'main img');

    // One types the code from the stage, the other follows the link.
    const code = await stage.getByText(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/).innerText();
    const ana = await story.device(SMALL_PHONE);
    await ana.goto(story.origin);
    await ana.getByLabel('Code').fill(code.toLowerCase());
    await ana.getByRole('button', { name: 'Mitmachen' }).tap();
    await ana.waitForURL(`${story.origin}/b/der-neue-hocker`);
    const ben = await story.device({ viewport: { width: 412, height: 915 }, hasTouch: true, isMobile: true });
    await ben.goto(`${story.origin}/b/der-neue-hocker`);

    await vote(ana, 'Eiche hell');
    await vote(ben, 'Nussbaum dunkel');
    await shows(stage, 'Eiche hell', '1 Stimme');
    await shows(stage, 'Nussbaum dunkel', '1 Stimme');
    await pictureIsShown(ana, 'article img');

    await ben.getByRole('button', { name: 'Ändern' }).tap();
    await vote(ben, 'Eiche hell');
    await shows(stage, 'Eiche hell', '2 Stimmen');
    await shows(stage, 'Nussbaum dunkel', '0 Stimmen');
    await maker.getByRole('region', { name: 'Live-Steuerung' }).getByText('2 Stimmen').waitFor();

    await maker.getByRole('button', { name: 'Runde schließen' }).click();
    await ana.getByText('Die Runde ist geschlossen').first().waitFor();
    await maker.getByRole('button', { name: 'Ergebnis aufdecken' }).click();
    await shows(stage, 'Eiche hell', 'Gewonnen');
    for (const phone of [ana, ben])
      await phone
        .getByText(/Eiche hell.*hat gewonnen/)
        .first()
        .waitFor();

    const coming = maker.waitForEvent('download');
    await maker.getByRole('link', { name: 'Tabelle (CSV)' }).click();
    const table = await readFile(await (await coming).path(), 'utf8');
    expect(table.startsWith('\uFEFF')).toBe(true);
    expect(table.split('\r\n').find((line) => line.includes('Eiche hell'))).toMatch(/(^|;)2(;|$)/);

    expect(story.complaints).toEqual([]);
    // Maker, stage and two phones hold one connection each.
    expect(story.requested.filter((url) => url.startsWith('ws:'))).toHaveLength(4);
    // Many steps, each of which a busy machine may be slow in.
  }, 240_000);
});

async function vote(phone: Page, title: string): Promise<void> {
  await phone.getByRole('article').filter({ hasText: title }).tap();
  await phone.getByRole('button', { name: `Für „${title}“ stimmen` }).tap();
  await phone.getByText(/Deine Stimme zählt/).waitFor();
  await phone.getByRole('button', { name: 'Ändern' }).waitFor();
}

async function shows(stage: Page, title: string, text: string): Promise<void> {
  await stage.getByRole('listitem').filter({ hasText: title }).getByText(text, { exact: true }).waitFor();
}

/** A photo as a camera stores it: a few megapixels of JPEG. */
function photo(dark: string, light: string): Promise<Buffer> {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1800"><rect width="2400" height="1800" fill="${light}"/>
    <path d="M500 600 h1400 v160 h-1400 z M600 760 h140 v800 h-140 z M1660 760 h140 v800 h-140 z" fill="${dark}"/></svg>`;
  return sharp(Buffer.from(drawn)).jpeg({ quality: 88 }).toBuffer();
}
