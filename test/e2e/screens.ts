import type { Page } from 'playwright-core';
import { follower as followerDe } from '../../shared/messages/de/follower.ts';
import { studio as studioDe } from '../../shared/messages/de/studio.ts';
import { follower as followerEn } from '../../shared/messages/en/follower.ts';
import { studio as studioEn } from '../../shared/messages/en/studio.ts';
import type { SeededBoards } from './seeded-boards.ts';

/** Who looks: a phone, the maker at the desk or with a phone, somebody without a session, the screen in the room. */
export type Viewer = 'phone' | 'maker' | 'maker-phone' | 'stranger' | 'stage';

export interface Screen {
  readonly name: string;
  readonly viewer: Viewer;
  readonly path: (boards: SeededBoards) => string;
  /** What has to be there before the screen counts as shown. */
  readonly until: (page: Page) => Promise<unknown>;
}

/** The button that says this in either language. */
const button = (page: Page, german: string, english: string) =>
  page
    .getByRole('button', { name: german, exact: true })
    .or(page.getByRole('button', { name: english, exact: true }));
const voteForOak = (page: Page) => button(page, followerDe.voteFor('Eiche'), followerEn.voteFor('Eiche'));
const oak = (page: Page) => page.getByRole('article').filter({ hasText: 'Eiche' });
const heading = (level: number) => (page: Page) => page.getByRole('heading', { level }).first().waitFor();
const live = (page: Page) => page.getByRole('region', { name: /^Live/ }).waitFor();

/** Every screen of the product, with the steps that lead to it. The words are in two languages: roles and places are not. */
export const screens: readonly Screen[] = [
  {
    name: 'code entry',
    viewer: 'phone',
    path: () => '/',
    until: (page) => page.getByRole('textbox').waitFor(),
  },
  { name: 'no such board', viewer: 'phone', path: () => '/b/nothing-here', until: heading(1) },
  { name: 'waiting', viewer: 'phone', path: ({ waiting }) => `/b/${waiting.slug}`, until: heading(1) },
  { name: 'open', viewer: 'phone', path: ({ open }) => `/b/${open.slug}`, until: heading(2) },
  {
    name: 'open, enlarged',
    viewer: 'phone',
    path: ({ open }) => `/b/${open.slug}`,
    until: async (page) => {
      await oak(page).getByRole('button').tap();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'open, chosen',
    viewer: 'phone',
    path: ({ open }) => `/b/${open.slug}`,
    until: async (page) => {
      await oak(page).tap();
      await voteForOak(page).waitFor();
    },
  },
  {
    name: 'open, voted',
    viewer: 'phone',
    path: ({ open }) => `/b/${open.slug}`,
    until: async (page) => {
      await oak(page).tap();
      await voteForOak(page).tap();
      await button(page, followerDe.change, followerEn.change).waitFor();
    },
  },
  { name: 'closed', viewer: 'phone', path: ({ closed }) => `/b/${closed.slug}`, until: heading(2) },
  { name: 'revealed', viewer: 'phone', path: ({ revealed }) => `/b/${revealed.slug}`, until: heading(2) },

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
    name: 'stage, waiting',
    viewer: 'stage',
    path: ({ waiting }) => `/stage/${waiting.stageToken}`,
    until: heading(1),
  },
  {
    name: 'stage, open',
    viewer: 'stage',
    path: ({ open }) => `/stage/${open.stageToken}`,
    until: heading(2),
  },
  {
    name: 'stage, closed',
    viewer: 'stage',
    path: ({ closed }) => `/stage/${closed.stageToken}`,
    until: heading(1),
  },
  {
    name: 'stage, revealed',
    viewer: 'stage',
    path: ({ revealed }) => `/stage/${revealed.stageToken}`,
    until: heading(2),
  },
  {
    name: 'stage, help',
    viewer: 'stage',
    path: ({ open }) => `/stage/${open.stageToken}`,
    until: async (page) => {
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  ...(['bars', 'duel', 'qr', 'ticker'] as const).map((scene) => ({
    name: `overlay, ${scene}`,
    viewer: 'stage' as const,
    path: ({ open }: SeededBoards) => `/stage/${open.stageToken}?overlay=1&scene=${scene}`,
    until: (page: Page) => page.getByRole('main').waitFor(),
  })),
];
