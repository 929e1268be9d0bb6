import type { RequestHandler } from 'express';

/** The pages' scripts and styles: built (`built-assets.ts`) or straight from the sources (`dev-assets.ts`). */
export interface ClientAssets extends AsyncDisposable {
  /** Answers requests for scripts, styles, fonts and icons; calls `next` for anything else. */
  readonly serve: RequestHandler;
  /** The tags a page of this surface needs in its head. */
  head(surface: Surface): string;
  /** In development styles are put into the page by scripts, which the content policy must allow. */
  readonly inlineStyles: boolean;
}

export const SURFACES = ['follower', 'stage', 'studio', 'outcome'] as const;
export type Surface = (typeof SURFACES)[number];
