import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Time } from '../../shared/board-view.ts';
import { picturesOf } from '../domain/pictures.ts';
import type { MediaStore } from '../store/media.ts';
import type { WholeBoard } from '../store/store.ts';
import { BOARD_FILE, pictureFile, renditionName, SIZES } from './archive-files.ts';
import { archivedBoard, wholeBoard } from './archived-board.ts';
import { sortedJson } from './sorted-json.ts';

export interface PackParts {
  readonly whole: WholeBoard;
  /** Of this installation, see pseudonyms.ts. */
  readonly key: string;
  readonly media: Pick<MediaStore, 'read'>;
  /** What stands beside for people to read, made of the board as it will be restored. */
  readonly readable: (whole: WholeBoard) => readonly TextFile[];
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Pictures are packed as tightly as they get already. */
  readonly isPicture: boolean;
}

/** [X1] The bytes of a board's ZIP, piece by piece: equal boards give equal bytes, on whatever day, machine and in whatever zone. */
export async function* packBoard(parts: PackParts): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((fault, piece) => {
    if (fault) throw fault;
    pieces.push(piece);
  });
  const mtime = noonOf(parts.whole.log.at(-1)?.at ?? parts.whole.board.createdAt);
  for await (const { name, bytes, isPicture } of filesOf(parts)) {
    const file = isPicture ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    for (let at = 0; at === 0 || at < bytes.length; at += SLICE) {
      file.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
      yield* pieces.splice(0);
      await setImmediate();
    }
  }
  zip.end();
  yield* pieces.splice(0);
}

async function* filesOf({ whole, key, media, readable }: PackParts): AsyncGenerator<ArchiveFile> {
  const archived = archivedBoard(whole, key);
  const texts = [{ name: BOARD_FILE, text: sortedJson(archived) }, ...readable(wholeBoard(archived))];
  for (const { name, text } of texts) yield { name, bytes: Buffer.from(text), isPicture: false };
  for (const hash of picturesOf(whole.board).keys()) {
    for (const size of SIZES) {
      const name = renditionName(hash, size);
      // One that is missing is the doctor's business: the board is worth saving without it.
      const bytes = await media.read(name);
      if (bytes !== null) yield { name: pictureFile(name), bytes, isPicture: true };
    }
  }
}

/** Bytes packed in one go: a few milliseconds, then votes of other boards have their turn. */
const SLICE = 64 * 1024;

/** A ZIP knows no others. */
const FIRST_DAY = Date.UTC(1980, 0, 2);
const LAST_DAY = Date.UTC(2099, 0, 1);

/** A ZIP holds the local time of whoever packs: noon of the same day everywhere, and never left out by daylight saving. */
function noonOf(time: Time): Date {
  const day = new Date(Math.min(Math.max(time, FIRST_DAY), LAST_DAY));
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
}
