import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFile, MediaStore } from './media.ts';

/** One flat folder of files. A file appears under its name only when all of it is on the disk. */
export class MediaFiles implements MediaStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(name);
    if (path === null) throw new Error('not a name for a rendition');
    if (await touched(path)) return;
    await mkdir(this.#folder, { recursive: true });
    const unfinished = `${path}.${randomBytes(6).toString('hex')}.part`;
    try {
      await writeDurably(unfinished, bytes);
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    await syncFolder(this.#folder);
  }

  async read(name: string): Promise<Uint8Array | null> {
    const path = this.#path(name);
    if (path === null) return null;
    return ifThere(readFile(path));
  }

  async list(): Promise<MediaFile[]> {
    const names = await ifThere(readdir(this.#folder));
    const files = (names ?? []).map(async (name) => {
      const path = this.#path(name);
      // A file that is half written has no name of a rendition, and one may go while the others are looked at.
      const found = path === null ? null : await ifThere(stat(path));
      return found?.isFile() ? [{ name, at: Math.trunc(found.mtimeMs) }] : [];
    });
    return (await Promise.all(files)).flat();
  }

  async remove(name: string): Promise<void> {
    const path = this.#path(name);
    if (path === null) throw new Error('not a name for a rendition');
    await rm(path, { force: true });
  }

  /** A name is lower-case letters, digits, `-` and one ending: it cannot leave the folder. */
  #path(name: string): string | null {
    return /^[a-z0-9-]{1,100}\.[a-z0-9]{1,8}$/.test(name) ? join(this.#folder, name) : null;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name itself durable. Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A picture that is handed in again may be about to be used: its age counts from now. `false`: there is none. */
async function touched(path: string): Promise<boolean> {
  const now = new Date();
  return (await ifThere(utimes(path, now, now).then(() => true))) ?? false;
}

/** `null` for a file or folder that is not there. */
async function ifThere<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
