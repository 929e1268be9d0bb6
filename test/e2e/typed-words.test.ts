import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { SMALL_PHONE, Story } from '../support/story.ts';
import { IdeaBoard } from './idea-board.ts';

describeWithBrowser('words that are being typed while the board moves on', (browser) => {
  test('[C1] a name for the credits stays in its field, and the keyboard with it', async () => {
    await using story = await Story.begin(browser());
    await using board = await IdeaBoard.begin(story);
    await board.handIn('Ein Kissen');
    await board.do('round:open', board.roundId);
    const phone = await story.device(SMALL_PHONE);
    const url = `${story.origin}/b/${board.slug}`;
    await phone.goto(url);
    await phone.getByRole('button', { name: /^Dafür.*Ein Kissen/ }).tap();
    await phone.getByRole('button', { name: 'Namen hinterlassen' }).tap();
    const field = phone.getByLabel('Name oder Spitzname');
    await field.fill('Annegret');

    const window = await phone.context().newPage();
    await window.goto(url);
    await handIn(window, 'Ein Griff');
    await phone.getByText('für alle sichtbar', { exact: true }).waitFor();
    expect(await typed(phone)).toBe('Annegret');

    await board.do('round:close', board.roundId);
    await phone.getByText('Die Runde ist geschlossen.').first().waitFor();
    expect(await typed(phone)).toBe('Annegret');

    await board.do('round:show', board.nextId);
    await phone.getByRole('heading', { name: 'Welches Holz?' }).waitFor();
    expect(await field.inputValue()).toBe('Annegret');
    expect(await typed(phone)).toBe('Annegret');
  });

  test('[M2] an objection stays in its field', async () => {
    await using story = await Story.begin(browser());
    await using board = await IdeaBoard.begin(story);
    await board.do('round:open', board.roundId);
    const phone = await story.device(SMALL_PHONE);
    const url = `${story.origin}/b/${board.slug}`;
    await phone.goto(url);
    await handIn(phone, 'Ein Griff');
    await board.fold('Ein Griff');
    await phone.getByRole('button', { name: 'Widersprechen' }).tap();
    const field = phone.getByLabel('Warum soll sie wieder zu sehen sein?');
    await field.fill('Das war ernst gemeint, weil');

    const window = await phone.context().newPage();
    await window.goto(url);
    for (const title of ['Zweite', 'Dritte', 'Vierte']) {
      await window
        .getByRole('button', { name: 'Noch eine Idee' })
        .or(window.getByLabel('Deine Idee'))
        .click();
      await handIn(window, title);
    }
    await phone.getByText('Deine Ideen (4)').waitFor();
    expect(await typed(phone)).toBe('Das war ernst gemeint, weil');

    await board.do('round:close', board.roundId);
    await phone.getByText('Die Runde ist geschlossen.').first().waitFor();
    expect(await typed(phone)).toBe('Das war ernst gemeint, weil');

    await board.do('round:show', board.nextId);
    await phone.getByRole('heading', { name: 'Welches Holz?' }).waitFor();
    await field.waitFor();
    expect(await field.inputValue()).toBe('Das war ernst gemeint, weil');
  }, 240_000);
});

async function handIn(page: Page, title: string): Promise<void> {
  await page.getByLabel('Deine Idee').fill(title);
  await page.getByRole('button', { name: 'Idee abschicken' }).click();
  // Several in a row have to wait: nobody may hand in too fast.
  await page.getByText('Danke! Deine Idee ist da.').waitFor({ timeout: 60_000 });
}

/** What is in the field with the keyboard; `null`: in none. */
function typed(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : null;
  });
}
