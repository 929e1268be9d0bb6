import type { Page } from 'playwright-core';
import { after as afterDe } from '../../../shared/messages/de/after.ts';
import { follower as followerDe } from '../../../shared/messages/de/follower.ts';
import { after as afterEn } from '../../../shared/messages/en/after.ts';
import { follower as followerEn } from '../../../shared/messages/en/follower.ts';
import type { SeededBoards } from '../seeded-boards.ts';
import { button, heading, type Screen } from './screen.ts';

const voteForOak = (page: Page) => button(page, followerDe.voteFor('Eiche'), followerEn.voteFor('Eiche'));
const oak = (page: Page) => page.getByRole('article').filter({ hasText: 'Eiche' });

/** What followers see, with the steps that lead there. The words are in two languages: roles and places are not. */
export const phoneScreens: readonly Screen[] = [
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
  {
    name: 'ideas, collecting',
    viewer: 'phone',
    path: ({ collecting }) => `/b/${collecting.slug}`,
    until: heading(3),
  },
  { name: 'ideas, open', viewer: 'phone', path: ({ ideas }) => `/b/${ideas.slug}`, until: heading(3) },
  ...(['rank', 'points', 'duel'] as const).map((kind) => ({
    name: `ballot, ${kind}`,
    viewer: 'phone' as const,
    path: (boards: SeededBoards) => `/b/${boards[kind].slug}`,
    // Which pair a duel begins with is up to chance.
    until: (page: Page) =>
      page
        .getByText(/Eiche|Nussbaum/)
        .first()
        .waitFor(),
  })),
  { name: 'decided', viewer: 'phone', path: ({ decided }) => `/b/${decided.slug}`, until: heading(2) },
  {
    name: 'my data',
    viewer: 'phone',
    path: ({ ideas }) => `/b/${ideas.slug}`,
    until: async (page) => {
      await button(page, afterDe.dataOpen, afterEn.dataOpen).tap();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'outcome',
    viewer: 'phone',
    path: ({ decided }) => `/b/${decided.slug}/ergebnis`,
    until: heading(2),
  },
  {
    name: 'outcome, not yet',
    viewer: 'phone',
    path: ({ open }) => `/b/${open.slug}/ergebnis`,
    until: heading(1),
  },
];
