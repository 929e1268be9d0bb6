import { picturesOf } from '../domain/pictures.ts';
import type { Board } from '../domain/board.ts';
import type { MediaStore } from '../store/media.ts';
import type { Report } from './report.ts';
import { isMiscounted, recountAll } from '../store/recount.ts';
import type { Store } from '../store/store.ts';
import { pictureNames } from '../web/picture-names.ts';
import type { ServerTexts } from '../web/texts.ts';

export interface DoctorParts {
  readonly store: Store;
  readonly media: MediaStore;
  readonly lanAddresses: readonly string[];
  readonly nodeVersion: string;
  /** Where Redis is, if everything is kept there. */
  readonly redis: string | null;
  readonly texts: ServerTexts;
}

/** Reads everything, recounts every ballot, looks for every picture; changes nothing. */
export async function doctor({
  store,
  media,
  lanAddresses,
  nodeVersion,
  redis,
  texts,
}: DoctorParts): Promise<Report> {
  const boards = await store.listBoards();
  const tallies = await checkTallies(store, texts);
  const pictures = await checkPictures(media, boards, texts);
  const hasMaker = await store.hasMaker();
  // What a server remembers of an emptied Redis we cannot know here.
  const isEmpty = redis !== null && boards.length === 0 && !hasMaker;
  const good = [
    texts.doctorNode(nodeVersion),
    texts.doctorStore(boards.length),
    texts.doctorTallies(tallies.checked),
    texts.doctorPictures(pictures.checked),
    ...(hasMaker ? [texts.doctorMaker] : []),
    ...(lanAddresses.length > 0 ? [texts.doctorAddresses(lanAddresses.join(', '))] : []),
  ];
  const hints = [
    ...(hasMaker || isEmpty ? [] : [texts.doctorNoMaker]),
    ...(lanAddresses.length > 0 ? [] : [texts.doctorNoAddress]),
  ];
  const faults = [...(isEmpty ? [texts.doctorEmpty(redis)] : []), ...tallies.faults, ...pictures.faults];
  const fine = faults.length === 0;
  const lines = [
    ...good.map((line) => `  ✓ ${line}`),
    ...hints.map((line) => `  ! ${line}`),
    ...faults.map((line) => `  ✗ ${line}`),
    '',
    `  ${fine ? texts.doctorFine : texts.doctorTrouble}`,
  ];
  return { text: `\n${lines.join('\n')}\n\n`, fine };
}

interface Checked {
  readonly checked: number;
  readonly faults: readonly string[];
}

async function checkTallies(store: Store, texts: ServerTexts): Promise<Checked> {
  const runs = await recountAll(store);
  const faults = runs
    .filter(isMiscounted)
    .map(({ board, round, run }) => texts.doctorMiscount(board.title, round.question, run));
  return { checked: runs.length, faults };
}

async function checkPictures(
  media: MediaStore,
  boards: readonly Board[],
  texts: ServerTexts,
): Promise<Checked> {
  let checked = 0;
  const faults: string[] = [];
  for (const board of boards) {
    for (const hash of picturesOf(board).keys()) {
      checked += 1;
      const found = await Promise.all(pictureNames(hash).map((name) => media.read(name)));
      if (found.includes(null)) faults.push(texts.doctorPictureMissing(board.title, whereIs(hash, board)));
    }
  }
  return { checked, faults };
}

/** The title of the entry with this picture, else the question that its outcome answers. */
function whereIs(hash: string, { rounds }: Board): string {
  const entry = rounds.flatMap(({ entries }) => entries).find(({ picture }) => picture?.hash === hash);
  const told = rounds.find((round) => picturesOf({ rounds: [round] }).has(hash));
  return entry?.title ?? told?.question ?? '';
}
