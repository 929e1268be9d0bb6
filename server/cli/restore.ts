import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { restoreArchive } from '../archive/restore.ts';
import { systemClock } from '../ops/clock.ts';
import type { ArchivePlace } from './export.ts';
import { done, failed, type Report } from './report.ts';

/** [X3] A board from a ZIP of `export`; a server that runs in the folder has it at once. */
export async function restoreBoard(file: string, { store, media, texts }: ArchivePlace): Promise<Report> {
  const path = resolve(file);
  const zip = await readFile(path).catch(() => null);
  if (zip === null) return failed(texts.noSuchFile(path));
  const restored = await restoreArchive(zip, { store, media, now: systemClock.now() });
  if (restored.ok) return done(texts.restored(restored.board.title, restored.board.slug));
  switch (restored.code) {
    case 'archive_not_readable':
      return failed(texts.notAnArchive(path));
    case 'board_exists':
      return failed(texts.boardExists);
    case 'slug_taken':
      return failed(texts.addressTaken);
  }
}
