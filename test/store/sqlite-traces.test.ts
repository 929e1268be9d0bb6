import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { giveCredit, withdrawCredit } from '../../server/domain/credit.ts';
import { eraseIdea, submitIdea } from '../../server/domain/idea.ts';
import { buryIdea, foldIdea, objectTo } from '../../server/domain/moderation.ts';
import { removeRound } from '../../server/domain/round.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openDatabase } from '../../server/store/sqlite-driver.ts';
import { sqliteTraces } from '../../server/store/sqlite-traces.ts';
import { CONSENT } from '../../shared/mine.ts';
import { collecting, handIn, withIdeas, words } from '../support/idea-rounds.ts';
import { committed } from '../support/stored-boards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const give =
  (name: string, participant = 'ana') =>
  (board: Board) =>
    giveCredit(
      board,
      { participant, hasBallot: true },
      { name, consent: CONSENT },
      `of-${participant}`,
      2_000,
    );

test('[C2] a withdrawn name is in no file of the folder, while the store is open', async () => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  await store.createBoard(withIdeas('oak'));
  const named = await committed(store, withIdeas('oak'), give('Anastasia'));
  expect(await filesWith(folder.path, 'Anastasia')).not.toEqual([]);
  await committed(store, named, (board) => withdrawCredit(board, 'ana'));
  expect(await filesWith(folder.path, 'Anastasia')).toEqual([]);
});

test('[C2] nor is one that was replaced', async () => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  await store.createBoard(withIdeas('oak'));
  const named = await committed(store, withIdeas('oak'), give('Anastasia'));
  await committed(store, named, give('Ana'));
  expect(await filesWith(folder.path, 'Anastasia')).toEqual([]);
  expect(await filesWith(folder.path, '"Ana"')).not.toEqual([]);
});

test.each<[string, (board: Board) => ReturnType<typeof eraseIdea>]>([
  ['[I6] erased', (board) => eraseIdea(board, 'oak', 'author-oak')],
  ['[M5] buried', (board) => buryIdea(board, 'oak', 'The law forbids it.')],
  ['[R5] removed with its round', (board) => removeRound(board, 'legs')],
])('an idea that is %s is in no file either, nor the objection', async (_, decide) => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  await store.createBoard(collecting());
  const board = await committed(store, collecting(), handIn('oak'));
  const folded = await committed(store, board, (now) => foldIdea(now, 'oak', 'spam', 'No.'));
  const objected = await committed(store, folded, (now) =>
    objectTo(now, 'oak', 'author-oak', 'Not fair!', 1_800),
  );
  for (const words of ['title of oak', 'text of oak', 'alt of oak', 'Not fair!']) {
    expect(await filesWith(folder.path, words)).not.toEqual([]);
  }
  await committed(store, objected, decide);
  for (const words of ['title of oak', 'text of oak', 'alt of oak', 'Not fair!']) {
    expect(await filesWith(folder.path, words)).toEqual([]);
  }
});

test('[C2] [E2] nor is anything of a removed board', async () => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  await store.createBoard(collecting());
  await committed(store, await committed(store, collecting(), handIn('oak')), give('Anastasia'));
  await store.removeBoard('bedside');
  expect(await filesWith(folder.path, 'title of oak')).toEqual([]);
  expect(await filesWith(folder.path, 'Anastasia')).toEqual([]);
});

test('[C2] [I6] nor a copy that SQLite leaves behind when it moves rows between pages', async () => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  let board = collecting();
  await store.createBoard(board);
  const ats = Array.from({ length: 100 }, (_, at) => at);
  // In no order and of all lengths, and growing later: pages are split.
  const idOf = (at: number) => `${(at * 7_919) % 1_009}-idea`;
  for (const at of ats) {
    const idea = { ...words(idOf(at)), title: `<Idea ${at}>`, text: 'x'.repeat((at * 7_919) % 601) };
    board = await committed(store, board, (now) => submitIdea(now, 'legs', idea, `author-${at}`, 2_000));
    board = await committed(store, board, give(`<Name ${at}>`, `author-${at}`));
    if (at % 2 === 0) continue;
    const fold = (now: Board) => foldIdea(now, idOf(at >> 1), 'spam', 'No. '.repeat(75));
    board = await committed(store, board, fold);
  }
  for (const at of ats) {
    board = await committed(store, board, (now) => eraseIdea(now, idOf(at), `author-${at}`));
    board = await committed(store, board, (now) => withdrawCredit(now, `author-${at}`));
  }
  expect(await filesWith(folder.path, '<Idea ')).toEqual([]);
  expect(await filesWith(folder.path, '<Name ')).toEqual([]);
});

test('[C2] where somebody is reading, ballots do not wait for it: the next change wipes', async () => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  await store.createBoard(collecting());
  const named = await committed(store, collecting(), give('Anastasia'));
  const reader = await openDatabase(`${folder.path}/mitwerk.db`);
  reader.exec('begin; select count(*) from boards');
  reader.prepare('select id from boards').all();
  const withdrawn = await committed(store, named, (board) => withdrawCredit(board, 'ana'));
  reader.exec('commit');
  reader.close();
  await committed(store, withdrawn, handIn('oak'));
  expect(await filesWith(folder.path, 'Anastasia')).toEqual([]);
});

test('[C2] a disk that fails while wiping fails no commit: the next change wipes', () => {
  let wiped = 0;
  let isFull = true;
  const get = () => {
    if (isFull) throw new Error('database or disk is full');
    wiped += 1;
    return { busy: 0 };
  };
  const none = { run: () => ({ changes: 0 }), get, all: () => [] };
  const traces = sqliteTraces({ exec: () => {}, close: () => {}, prepare: () => none });
  traces.wipeAfter({ kind: 'credit-withdrawn', creditId: 'of-ana' });
  isFull = false;
  for (let again = 0; again < 2; again++) traces.wipeAfter({ kind: 'round-shown', roundId: null });
  expect(wiped).toBe(1);
});

/** The names of the files that hold these bytes. */
async function filesWith(folder: string, words: string): Promise<string[]> {
  const names = await readdir(folder);
  const held = await Promise.all(
    names.map(async (name) => (await readFile(join(folder, name))).includes(words)),
  );
  return names.filter((_, at) => held[at]);
}
