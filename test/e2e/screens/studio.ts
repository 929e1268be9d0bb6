import type { Page } from 'playwright-core';
import { studio as studioDe } from '../../../shared/messages/de/studio.ts';
import { studio as studioEn } from '../../../shared/messages/en/studio.ts';
import type { SeededBoards } from '../seeded-boards.ts';
import { button, heading, type Screen } from './screen.ts';

const live = (page: Page) => page.getByRole('region', { name: /^Live/ }).waitFor();

/** What makers see. */
export const studioScreens: readonly Screen[] = [
  { name: 'studio without a session', viewer: 'stranger', path: () => '/studio', until: heading(1) },
  { name: 'studio with a used link', viewer: 'stranger', path: () => '/studio#link=used', until: heading(1) },
  {
    name: 'boards',
    viewer: 'maker',
    path: () => '/studio',
    until: (page) => page.getByRole('listitem').first().waitFor(),
  },
  {
    name: 'run sheet, planned',
    viewer: 'maker',
    path: ({ waiting }) => `/studio/b/${waiting.slug}`,
    until: live,
  },
  { name: 'run sheet, open', viewer: 'maker', path: ({ open }) => `/studio/b/${open.slug}`, until: live },
  {
    name: 'run sheet, closed',
    viewer: 'maker',
    path: ({ closed }) => `/studio/b/${closed.slug}`,
    until: live,
  },
  {
    name: 'run sheet, revealed',
    viewer: 'maker',
    path: ({ revealed }) => `/studio/b/${revealed.slug}`,
    until: live,
  },
  {
    name: 'run sheet, rules',
    viewer: 'maker',
    path: ({ waiting }) => `/studio/b/${waiting.slug}`,
    until: async (page) => {
      await button(page, studioDe.ruleChange, studioEn.ruleChange).click();
      await page.getByRole('radio').first().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'board settings',
    viewer: 'maker',
    path: ({ waiting }) => `/studio/b/${waiting.slug}`,
    until: async (page) => {
      await button(page, studioDe.boardSettings, studioEn.boardSettings).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'run sheet on a phone',
    viewer: 'maker-phone',
    path: ({ open }) => `/studio/b/${open.slug}`,
    until: live,
  },
  {
    name: 'run sheet, ideas',
    viewer: 'maker',
    path: ({ ideas }) => `/studio/b/${ideas.slug}`,
    until: live,
  },
  {
    name: 'run sheet, decided',
    viewer: 'maker',
    path: ({ decided }) => `/studio/b/${decided.slug}`,
    until: live,
  },
  ...(['maker', 'maker-phone'] as const).map((viewer) => ({
    name: `inbox, ${viewer}`,
    viewer,
    path: ({ ideas }: SeededBoards) => `/studio/b/${ideas.slug}/inbox`,
    until: (page: Page) => page.getByRole('article').first().waitFor(),
  })),
];
