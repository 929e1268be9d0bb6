import type { Page } from 'playwright-core';
import type { SeededBoards } from '../seeded-boards.ts';
import { heading, type Screen } from './screen.ts';

/** What is shown in the room and in the stream. */
export const stageScreens: readonly Screen[] = [
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
  {
    name: 'stage, ideas',
    viewer: 'stage',
    path: ({ ideas }) => `/stage/${ideas.stageToken}`,
    until: heading(2),
  },
  {
    name: 'stage, collecting',
    viewer: 'stage',
    path: ({ collecting }) => `/stage/${collecting.stageToken}`,
    until: heading(2),
  },
  ...(['rank', 'points', 'duel'] as const).map((kind) => ({
    name: `stage, ${kind}`,
    viewer: 'stage' as const,
    path: (boards: SeededBoards) => `/stage/${boards[kind].stageToken}`,
    until: heading(2),
  })),
  ...(['outcome', 'credits', 'idea'] as const).map((scene) => ({
    name: `stage, scene ${scene}`,
    viewer: 'stage' as const,
    path: ({ scenes }: SeededBoards) => `/stage/${scenes[scene].stageToken}`,
    until: (page: Page) => page.getByText('Ana').first().waitFor(),
  })),
];
