import type { Page } from 'playwright-core';
import type { SeededBoards } from '../seeded-boards.ts';

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
export function button(page: Page, german: string, english: string) {
  return page
    .getByRole('button', { name: german, exact: true })
    .or(page.getByRole('button', { name: english, exact: true }));
}

export function heading(level: number) {
  return (page: Page) => page.getByRole('heading', { level }).first().waitFor();
}
