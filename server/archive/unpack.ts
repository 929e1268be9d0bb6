import { unzipSync, type UnzipFileInfo } from 'fflate';
import type { Picture } from '../../shared/entry.ts';
import { picturesOf } from '../domain/pictures.ts';
import { isPictureOf } from '../store/is-picture-of.ts';
import type { WholeBoard } from '../store/store.ts';
import { BOARD_FILE, mostBytes, pictureFile, renditionName, SIZES } from './archive-files.ts';
import { archiveSchema } from './archive-schema.ts';
import { wholeBoard } from './archived-board.ts';
import { isSound } from './is-sound.ts';

/** Most bytes of an archive as it comes over the web. */
export const ARCHIVE_BYTES = 200 * 1024 * 1024;
/** All pictures of a hundred rounds would be more; nobody has them. */
const FILES = 10_000;
const UNPACKED_BYTES = 1024 * 1024 * 1024;
const AT_ONCE = 50;

export interface Unpacked {
  readonly whole: WholeBoard;
  /** The renditions by their names in the media store; `null`: not the picture that the board says. */
  pictures(): AsyncGenerator<readonly [name: string, bytes: Uint8Array | null]>;
}

/**
 * A board's ZIP as something to restore; `null`: no archive of ours, broken, or one that breaks a rule. The names
 * and sizes it claims are looked at before anything is unpacked, and nothing is unpacked beyond its claimed size.
 */
export function unpackBoard(zip: Uint8Array): Unpacked | null {
  const names = namesIn(zip);
  const json = looked(zip, ({ name }) => name === BOARD_FILE)?.[BOARD_FILE];
  const archived = json && archiveSchema.safeParse(parsed(json));
  if (!names || !archived?.success) return null;
  const whole = wholeBoard(archived.data);
  if (!isSound(whole)) return null;
  const pictures = [...picturesOf(whole.board).values()].flatMap((picture) =>
    SIZES.map((size) => ({ picture, size, file: pictureFile(renditionName(picture.hash, size)) })),
  );
  const shown = new Set(pictures.map(({ file }) => file));
  if ([...names].some((name) => name.startsWith(pictureFile('')) && !shown.has(name))) return null;
  return {
    whole,
    pictures: () =>
      unpackPictures(
        zip,
        pictures.filter(({ file }) => names.has(file)),
      ),
  };
}

interface Packed {
  readonly picture: Picture;
  readonly size: (typeof SIZES)[number];
  readonly file: string;
}

/** A few at a time: each look into the ZIP goes through all its names, and all pictures at once may be a gigabyte. */
async function* unpackPictures(
  zip: Uint8Array,
  pictures: readonly Packed[],
): ReturnType<Unpacked['pictures']> {
  for (let next = 0; next < pictures.length; next += AT_ONCE) {
    const some = pictures.slice(next, next + AT_ONCE);
    const wanted = new Set(some.map(({ file }) => file));
    const files = looked(zip, ({ name }) => wanted.has(name)) ?? {};
    for (const { picture, size, file } of some) {
      const bytes = files[file];
      const isRight = bytes !== undefined && (await isPictureOf(picture, size, bytes));
      yield [renditionName(picture.hash, size), isRight ? bytes : null];
    }
  }
}

/** `null`: not a ZIP, or one with a name, a size or a number of files that no archive has. */
function namesIn(zip: Uint8Array): ReadonlySet<string> | null {
  const names = new Set<string>();
  let total = 0;
  const isFine = looked(zip, ({ name, originalSize }) => {
    const most = mostBytes(name);
    total += originalSize;
    const fits = most !== null && originalSize <= most && total <= UNPACKED_BYTES;
    if (!fits || names.has(name) || names.size >= FILES) throw new Error('not an archive of a board');
    names.add(name);
    return false;
  });
  return isFine ? names : null;
}

/** The library throws for whatever it cannot read: that is the file's fault, not ours. */
function looked(
  zip: Uint8Array,
  filter: (file: UnzipFileInfo) => boolean,
): Record<string, Uint8Array> | null {
  try {
    return unzipSync(zip, { filter });
  } catch {
    return null;
  }
}

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(json).toString('utf8'));
  } catch {
    return null;
  }
}
