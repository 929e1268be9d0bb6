import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing was ever started in this folder. */
export class NothingStarted extends Error {
  override readonly name = 'NothingStarted';
  readonly folder: string;

  constructor(folder: string) {
    super(`${folder} holds no mitwerk.db`);
    this.folder = folder;
  }
}

/** A mistyped folder must not be made anew, examined and found fine. */
export function startedFolder(folder: string): string {
  if (!existsSync(join(folder, 'mitwerk.db'))) throw new NothingStarted(folder);
  return folder;
}
