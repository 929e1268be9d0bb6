import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { withdrawCredit } from '../../server/domain/credit.ts';
import { endsAt } from '../../server/domain/retention.ts';
import { restoreArchive } from '../../server/archive/restore.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { committed } from '../support/stored-boards.ts';
import { storeWholeBoard } from '../support/whole-board.ts';
import type { ArchivedBoard } from '../../server/archive/archive-schema.ts';
import { aPicture, exported, mediaInMemory, textIn } from './archives.ts';

/** Years after anything on the board. */
const LATER = 2_000_000_000_000;

test('[X1] exported, restored on another server and exported again: the same bytes', async () => {
  await using here = await openTemporarySqlite();
  await using there = await openTemporarySqlite();
  const [media, mediaThere] = [mediaInMemory(), mediaInMemory()];
  const picture = await aPicture(media);
  const { id } = await storeWholeBoard(here.store, picture);
  const zip = await exported(here.store, media, id, 'key of here');
  expect(Object.keys(unzipSync(zip))).toEqual([
    'board.json',
    'board.md',
    'runde-1.csv',
    'runde-2.csv',
    `bilder/${picture.hash}-480.webp`,
    `bilder/${picture.hash}-1600.webp`,
  ]);

  const restored = await restoreArchive(zip, { store: there.store, media: mediaThere, now: LATER });
  expect(restored).toMatchObject({ ok: true, board: { id } });
  // [E1] It is not swept away the moment it is back.
  const back = await there.store.readBoard(id);
  expect(back && endsAt(back)).toBeGreaterThan(LATER);
  const again = await exported(there.store, mediaThere, id, 'key of there');
  expect(again.equals(zip)).toBe(true);
  expect(mediaThere.kept).toEqual(media.kept);
});

test('[X1] the bytes do not depend on the time zone or the day of the export', async () => {
  await using opened = await openTemporarySqlite();
  const { id } = await storeWholeBoard(opened.store);
  const zone = process.env.TZ;
  const zips: Buffer[] = [];
  for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    process.env.TZ = TZ;
    zips.push(await exported(opened.store, mediaInMemory(), id));
  }
  process.env.TZ = zone;
  if (zone === undefined) delete process.env.TZ;
  expect(zips[0]?.equals(zips[1] ?? Buffer.of())).toBe(true);
});

test('[X2] nobody has the name of the server, and on ballots another one than on ideas and credits', async () => {
  await using opened = await openTemporarySqlite();
  const { id } = await storeWholeBoard(opened.store);
  const archive = JSON.parse(
    textIn(await exported(opened.store, mediaInMemory(), id), 'board.json'),
  ) as ArchivedBoard;
  const people = archive.board.rounds
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => ('author' in entry && entry.author) || [])
    .concat(archive.board.credits.map(({ participant }) => participant));
  const voters = archive.runs.map(({ cast }) => cast.map(({ participant }) => participant));
  expect([...people, ...voters.flat()].every((name) => name.startsWith('~'))).toBe(true);
  expect(voters.flat().filter((name) => people.includes(name))).toEqual([]);
  // Ana has a ballot in each run: even these cannot be told to be hers.
  expect(new Set(voters.flat()).size).toBe(voters.flat().length);
  for (const run of archive.runs) for (const ballot of run.cast) expect(ballot).not.toHaveProperty('castAt');
});

test('[X2] a credit still belongs to its ideas', async () => {
  await using here = await openTemporarySqlite();
  await using there = await openTemporarySqlite();
  const { id } = await storeWholeBoard(here.store);
  const zip = await exported(here.store, mediaInMemory(), id);
  await restoreArchive(zip, { store: there.store, media: mediaInMemory(), now: LATER });
  const board = await there.store.readBoard(id);
  const authors = board?.rounds[0]?.entries.map((entry) => [entry.id, 'author' in entry && entry.author]);
  const ana = board?.credits[0]?.participant;
  expect(authors?.filter(([, author]) => author === ana).map(([idea]) => idea)).toEqual(['drawer']);
});

test('[X2] another installation gives other names, the same one gives the same', async () => {
  await using opened = await openTemporarySqlite();
  const { id } = await storeWholeBoard(opened.store);
  const [one, same, other] = await Promise.all(
    ['key', 'key', 'other'].map((key) => exported(opened.store, mediaInMemory(), id, key)),
  );
  expect(one?.equals(same ?? Buffer.of())).toBe(true);
  expect(one?.equals(other ?? Buffer.of())).toBe(false);
});

test('[C2] a withdrawn name, an erased idea and a withdrawn ballot are in no file of an export', async () => {
  await using opened = await openTemporarySqlite();
  const { store } = opened;
  const board = await storeWholeBoard(store);
  await committed(store, board, (now) => withdrawCredit(now, 'ana'));
  const zip = await exported(store, mediaInMemory(), board.id);
  const all = Object.values(unzipSync(zip)).map((bytes) => Buffer.from(bytes).toString());
  for (const gone of ['Ana Lind', 'Benedikt', 'Words of erased', 'Words of illegal']) {
    expect(all.filter((text) => text.includes(gone))).toEqual([]);
  }
  const { runs } = JSON.parse(textIn(zip, 'board.json')) as ArchivedBoard;
  expect(runs.find(({ roundId, run }) => roundId === 'drafts' && run === 2)).toMatchObject({ ballots: 2 });
});

test('a picture that is missing on the server does not keep the board from being saved', async () => {
  await using here = await openTemporarySqlite();
  await using there = await openTemporarySqlite();
  const media = mediaInMemory();
  const picture = await aPicture(media);
  const { id } = await storeWholeBoard(here.store, picture);
  await media.remove(`${picture.hash}-1600.webp`);
  const zip = await exported(here.store, media, id);
  expect(await restoreArchive(zip, { store: there.store, media, now: LATER })).toMatchObject({ ok: true });
});

test('the report says what was asked, how it came out, what was decided and promised, and thanks', async () => {
  await using opened = await openTemporarySqlite();
  const { id } = await storeWholeBoard(opened.store);
  const zip = await exported(opened.store, mediaInMemory(), id);
  expect(textIn(zip, 'board.md')).toBe(`# Nachttisch

Von Ida

## 1. Which legs?

3 Stimmzettel, geschlossen am 1. Mai 2026

| Rang | Beitrag | Stimmen |
| --: | --- | --- |
| 1 | Idea drawer | 8 Punkte |
| 2 | Idea lamp | 4 Punkte |

1 eingeklappt, 1 zusammengelegt, 2 gelöscht

Gewonnen hat „Idea drawer“ (8 Punkte).

## 2. Which legs?

2 Stimmzettel, 2. Durchgang, geschlossen am 1. Mai 2026

| Rang | Beitrag | Stimmen |
| --: | --- | --- |
| 1 | Idea drawer | 6 Punkte |
| 2 | =Oak "1" | 2 Punkte |

### Entscheidung

Gewonnen hat „Idea drawer“ (6 Punkte).

So it is.

Versprochen bis 30. Mai 2026: Twelve of them

Eingelöst: All twelve are done.

## Mitgestaltet von

- Ana Lind (Idee: Idea drawer)
`);
});
