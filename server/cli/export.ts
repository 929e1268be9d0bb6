import { open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { packBoard } from '../archive/pack.ts';
import { randomIds } from '../ops/ids.ts';
import type { MediaStore } from '../store/media.ts';
import type { Store } from '../store/store.ts';
import { readableFiles } from '../web/readable-files.ts';
import type { ServerTexts } from '../web/texts.ts';
import { done, failed, type Report } from './report.ts';

export interface ArchivePlace {
  readonly store: Store;
  readonly media: MediaStore;
  readonly texts: ServerTexts;
}

/** [X3] A whole board as a ZIP, in `<slug>.zip` unless another file is named. No file is written over. */
export async function exportBoard(
  slug: string,
  file: string | undefined,
  { store, media, texts }: ArchivePlace,
): Promise<Report> {
  const boardId = await store.findBoard({ slug });
  const whole = boardId === null ? null : await store.readWhole(boardId);
  if (whole === null) return failed(texts.noSuchBoard(slug));
  if (whole.board.rounds.some(({ status }) => status === 'open')) return failed(texts.exportWhileOpen);
  const path = resolve(file ?? `${slug}.zip`);
  const key = await store.signingKey(randomIds.secret);
  const pieces = packBoard({ whole, key, media, readable: readableFiles });
  return (await writeNew(path, pieces)) ? done(texts.exported(path)) : failed(texts.fileExists(path));
}

/** `false`: there is such a file. What could not be written to its end is not left lying about. */
async function writeNew(path: string, pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  const file = await open(path, 'wx').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EEXIST') return null;
    throw fault;
  });
  if (file === null) return false;
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } catch (fault) {
    await rm(path, { force: true });
    throw fault;
  } finally {
    await file.close();
  }
  return true;
}
