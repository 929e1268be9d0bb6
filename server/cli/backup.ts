import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MediaFiles } from '../store/media-files.ts';
import { copyDatabase } from '../store/sqlite-backup.ts';
import type { ServerTexts } from '../web/texts.ts';
import { done, failed, type Report } from './report.ts';

/**
 * A copy of everything, to start from with `--data`; the server may be running. The pictures come after the database:
 * whatever it names was kept before.
 */
export async function backUp(
  folder: string,
  to: string | undefined,
  now: number,
  texts: ServerTexts,
): Promise<Report> {
  const target = resolve(
    to ?? `mitwerk-${new Date(now).toISOString().slice(0, 16).replaceAll(/[T:]/g, '-')}`,
  );
  if (!(await isEmpty(target))) return failed(texts.folderNotEmpty(target));
  await copyDatabase(folder, target);
  const from = new MediaFiles(join(folder, 'media'));
  const copy = new MediaFiles(join(target, 'media'));
  const files = await from.list();
  for (const { name } of files) {
    const bytes = await from.read(name);
    if (bytes !== null) await copy.put(name, bytes);
  }
  return done(texts.backedUp(target, files.length));
}

/** Nothing is written over, and two backups are not mixed. */
async function isEmpty(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  return names.length === 0;
}
