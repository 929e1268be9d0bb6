import { zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Picture } from '../../shared/entry.ts';
import type { ArchivedBoard } from '../../server/archive/archive-schema.ts';
import { restoreArchive } from '../../server/archive/restore.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import type { OpenedStore } from '../support/store-contract.ts';
import { storeWholeBoard } from '../support/whole-board.ts';
import { aPicture, exported, mediaInMemory, withBoard, withFiles } from './archives.ts';

let opened: OpenedStore;
let zip: Buffer;
let picture: Picture;

beforeAll(async () => {
  const media = mediaInMemory();
  picture = await aPicture(media);
  opened = await openTemporarySqlite();
  await using from = await openTemporarySqlite();
  const { id } = await storeWholeBoard(from.store, picture);
  zip = await exported(from.store, media, id);
});
afterAll(() => opened[Symbol.asyncDispose]());

async function refusal(hostile: Uint8Array): Promise<string | null> {
  const restored = await restoreArchive(hostile, { store: opened.store, media: mediaInMemory(), now: 0 });
  return restored.ok ? null : restored.code;
}

/** Nothing of an archive that is refused is written. */
async function expectUnreadable(hostile: Uint8Array): Promise<void> {
  expect(await refusal(hostile)).toBe('archive_not_readable');
  expect(await opened.store.listBoards()).toEqual([]);
}

test.each([
  ['nothing', () => Buffer.alloc(0)],
  ['a text', () => Buffer.from('This is no ZIP.')],
  ['half of it', () => zip.subarray(0, zip.length / 2)],
  ['a ZIP of something else', () => zipSync({ 'letter.txt': Buffer.from('Dear …') })],
  ['a board.json that is no JSON', () => withFiles(zip, { 'board.json': Buffer.from('{') })],
  ['a folder for board.json', () => zipSync({ 'board.json/': new Uint8Array() })],
] as const)('%s is not readable', (_name, make) => expectUnreadable(make()));

test.each([
  '../../mitwerk.db',
  '/etc/passwd',
  'bilder/../board.md',
  'bilder\\x.webp',
  `bilder/${'a'.repeat(32)}-480.webp`,
  'constructor',
  'runde-1.csv.exe',
])('a file called %s spoils it', (name) => expectUnreadable(withFiles(zip, { [name]: Buffer.from('x') })));

test('a bomb is refused by what it claims, and one that lies is cut off', async () => {
  const report = zipSync({ 'board.md': new Uint8Array(17 * 1024 * 1024) });
  expect(report.length).toBeLessThan(100_000);
  await expectUnreadable(report);
  const lying = Buffer.from(zipSync({ 'board.json': Buffer.alloc(60 * 1024 * 1024, ' ') }));
  const directory = lying.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  lying.writeUInt32LE(10, directory + 24);
  await expectUnreadable(lying);
});

const BREAKS: Record<string, (archive: ArchivedBoard) => unknown> = {
  'one field more': ({ board }) => Object.assign(board, { admin: true }),
  'one field less': ({ board }) => Reflect.deleteProperty(board, 'slug'),
  'a slug that leads elsewhere': ({ board }) => Object.assign(board, { slug: '../studio' }),
  'another format': (archive) => Object.assign(archive, { version: 2 }),
  'an open round': ({ board }) => Object.assign(board.rounds[0] ?? {}, { status: 'open' }),
  'a participant under a name of the server': ({ runs }) =>
    Object.assign(runs[0]?.cast[0] ?? {}, { participant: 'ana' }),
  'a script for a picture': ({ board }) =>
    Object.assign(board.rounds[0]?.entries[0]?.picture ?? {}, { blur: 'javascript:alert(1)' }),
  'a picture of another size': ({ board }) =>
    board.rounds.forEach(({ entries, outcome }) => {
      for (const { picture } of entries) Object.assign(picture ?? {}, { width: 700 });
      Object.assign(outcome?.picture ?? {}, { width: 700 });
    }),
  'a ballot too few': ({ runs }) => runs[0]?.cast.pop(),
  'a ballot twice': ({ runs }) => runs[0]?.cast.push(runs[0].cast[0] ?? { participant: '', entries: [] }),
  'more points than the rule allows': ({ runs }) => {
    for (const { cast, counts } of runs.filter(({ roundId }) => roundId === 'ideas')) {
      const lamp = cast.find(({ entries }) => entries.includes('lamp'));
      Object.assign(lamp ?? {}, { points: [1, 9] });
      Object.assign(counts, { lamp: 9 });
    }
  },
  'a count that is too high': ({ runs }) => Object.assign(runs[0]?.counts ?? {}, { oak: 9 }),
  'a count of nothing': ({ runs }) => Object.assign(runs[0]?.counts ?? {}, { nothing: 0 }),
  'a run that was never opened': ({ runs }) => Object.assign(runs[0] ?? {}, { run: 7 }),
  'a run of no round': ({ runs }) => Object.assign(runs[0] ?? {}, { roundId: 'nothing' }),
  'a current round that is not there': ({ board }) => Object.assign(board, { currentRoundId: 'nothing' }),
  'two entries of one id': ({ board }) => Object.assign(board.rounds[1]?.entries[0] ?? {}, { id: 'oak' }),
  'an idea in a round of drafts': ({ board }) => Object.assign(board.rounds[0] ?? {}, { ideas: null }),
  'ideas merged into each other': ({ board }) =>
    Object.assign(board.rounds[0]?.entries[0] ?? {}, { into: 'drawers', state: 'merged' }),
  'an outcome of an entry that is not there': ({ board }) =>
    Object.assign(board.rounds[1]?.outcome ?? {}, { chosen: ['nothing'] }),
  'two names of one participant': ({ board }) =>
    board.credits.push({ ...(board.credits[0] as ArchivedBoard['board']['credits'][0]), id: 'second' }),
  'a log that goes back': ({ log }) => log.reverse(),
};

test.each(Object.entries(BREAKS))('[T1] [X1] %s makes it unreadable', async (_name, change) => {
  await expectUnreadable(withBoard(zip, change));
});

test('a picture that is none, or another one, makes it unreadable', async () => {
  const other = await sharp({ create: { width: 900, height: 601, channels: 3, background: '#111' } })
    .webp()
    .toBuffer();
  const png = await sharp(other).resize(480).png().toBuffer();
  await expectUnreadable(withFiles(zip, { [`bilder/${picture.hash}-1600.webp`]: other }));
  await expectUnreadable(withFiles(zip, { [`bilder/${picture.hash}-480.webp`]: png }));
  await expectUnreadable(withFiles(zip, { [`bilder/${picture.hash}-480.webp`]: Buffer.from('RIFF') }));
});

test('what was packed anew by hand, unchanged, is restored; and then is here already', async () => {
  const anew = withFiles(zip, {});
  expect(await refusal(anew)).toBeNull();
  expect(await refusal(anew)).toBe('board_exists');
  const { store } = opened;
  const [board] = await store.listBoards();
  expect(board?.rounds[0]?.entries).toHaveLength(7);
});
