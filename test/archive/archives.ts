import { unzipSync, type Zippable, zipSync } from 'fflate';
import sharp from 'sharp';
import type { Picture } from '../../shared/entry.ts';
import type { ArchivedBoard } from '../../server/archive/archive-schema.ts';
import { packBoard } from '../../server/archive/pack.ts';
import type { MediaStore } from '../../server/store/media.ts';
import type { Store } from '../../server/store/store.ts';
import { readableFiles } from '../../server/web/readable-files.ts';
import { render } from '../../server/web/renditions.ts';

/** A media store that forgets. */
export function mediaInMemory(): MediaStore & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    put: async (name, bytes) => void kept.set(name, Buffer.from(bytes)),
    read: async (name) => kept.get(name) ?? null,
    list: async () => [...kept.keys()].map((name) => ({ name, at: 0 })),
    remove: async (name) => void kept.delete(name),
  };
}

/** A picture as an upload becomes one. */
export async function aPicture(media: MediaStore): Promise<Picture> {
  const photo = await sharp({ create: { width: 900, height: 601, channels: 3, background: '#8a5a2b' } })
    .jpeg()
    .toBuffer();
  const rendered = await render(photo);
  if (rendered === null) throw new Error('no picture');
  for (const [name, bytes] of rendered.files) await media.put(name, bytes);
  return rendered.picture;
}

export async function exported(
  store: Store,
  media: MediaStore,
  boardId: string,
  key = 'key',
): Promise<Buffer> {
  const whole = await store.readWhole(boardId);
  if (!whole) throw new Error(`no board ${boardId}`);
  const pieces: Uint8Array[] = [];
  for await (const piece of packBoard({ whole, key, media, readable: readableFiles })) pieces.push(piece);
  return Buffer.concat(pieces);
}

export function textIn(zip: Uint8Array, name: string): string {
  return Buffer.from(unzipSync(zip)[name] ?? []).toString();
}

/** The archive after somebody has changed its `board.json`. */
export function withBoard(zip: Uint8Array, change: (archive: ArchivedBoard) => void): Uint8Array {
  const files = unzipSync(zip);
  const archive = JSON.parse(textIn(zip, 'board.json')) as ArchivedBoard;
  change(archive);
  return zipSync({ ...files, 'board.json': Buffer.from(JSON.stringify(archive)) });
}

export function withFiles(zip: Uint8Array, more: Zippable): Uint8Array {
  return zipSync({ ...unzipSync(zip), ...more });
}
