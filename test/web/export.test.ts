import { expect, test } from 'vitest';
import { z } from 'zod';
import { firstKey, pairKey } from '../../server/domain/count.ts';
import { exportCsv } from '../../server/web/export-csv.ts';
import { exportRound } from '../../server/web/export-round.ts';
import { exportSchema } from '../../server/web/export-schema.ts';
import type { BallotRule } from '../../shared/board-view.ts';
import { aBoardWith, theRound } from '../support/boards.ts';
import { aBoardOfIdeas, anIdea } from '../support/ideas.ts';
import { startBoard } from '../support/start-board.ts';
import { ask } from './ask.ts';

const AT = Date.UTC(2026, 0, 1, 12);

function exported(counts: Readonly<Record<string, number>>, ballots: number) {
  const board = aBoardWith(Object.keys(counts));
  const tally = { version: 1, ballots, counts: new Map(Object.entries(counts)) };
  return exportRound(board, theRound(board), tally, AT);
}

test('[T4] entries stand by rank; equal counts share one and are named a tie', () => {
  const round = exported({ Eiche: 1, Nuss: 3, Buche: 3, Kirsche: 0 }, 7);
  expect(round.entries.map(({ title, rank, tied, winner }) => [title, rank, tied, winner])).toEqual([
    ['Nuss', 1, true, true],
    ['Buche', 1, true, true],
    ['Eiche', 3, false, false],
    ['Kirsche', 4, false, false],
  ]);
  expect(round.tie).toBe(true);
});

test('without a vote nobody wins', () => {
  const round = exported({ Eiche: 0, Nuss: 0 }, 0);
  expect(round.tie).toBe(false);
  expect(round.entries.every(({ winner, share }) => !winner && share === 0)).toBe(true);
});

const ruled = (rule: BallotRule, counts: Readonly<Record<string, number>>, ballots: number) => {
  const board = aBoardWith(['Eiche', 'Nuss'], { rule });
  return exportRound(
    board,
    theRound(board),
    { version: 1, ballots, counts: new Map(Object.entries(counts)) },
    AT,
  );
};

test('[T5] a ranked round tells points, first places, and the part of all points', () => {
  const round = ruled({ kind: 'rank', max: 2 }, { Eiche: 3, Nuss: 2, [firstKey('Eiche')]: 1 }, 2);
  expect(exportSchema.parse(round).entries).toMatchObject([
    { title: 'Eiche', votes: 3, firsts: 1, share: 0.75, rank: 1 },
    { title: 'Nuss', votes: 2, firsts: 0, share: 0.5, rank: 2 },
  ]);
  expect(exportCsv(round, 'de')).toBe(
    [
      '\ufeffRang;Entwurf;Punkte;Erste Plätze;Stimmzettel;Anteil in Prozent;Gleichstand;Beschreibung',
      '1;Eiche;3;1;2;75;nein;',
      '2;Nuss;2;0;2;50;nein;',
      '',
    ].join('\r\n'),
  );
});

test('[T6] a round of points tells points', () => {
  const round = ruled({ kind: 'points', budget: 4 }, { Eiche: 2, Nuss: 6 }, 2);
  expect(exportSchema.parse(round).entries).toMatchObject([
    { title: 'Nuss', votes: 6, share: 0.75 },
    { title: 'Eiche', votes: 2, share: 0.25 },
  ]);
  expect(exportCsv(round, 'en')).toContain(
    '\ufeffRank,Draft,Points,Ballots,Share in percent,Tie,Description',
  );
});

test('[T7] a duel tells the chance with its interval, and is ranked by it', () => {
  const round = ruled({ kind: 'duel' }, { Eiche: 1, [pairKey('Eiche', 'Nuss')]: 1 }, 1);
  const [first] = exportSchema.parse(round).entries;
  expect(round.pairs).toBe(1);
  expect(first).toMatchObject({ votes: 1, share: 0.6806, chance: 0.6806, low: 0.2354, high: 0.9365 });
  expect(exportCsv(round, 'de')).toBe(
    [
      '\ufeffRang;Entwurf;Gewonnene Duelle;Stimmzettel;Chance in Prozent;von;bis;Gleichstand;Beschreibung',
      '1;Eiche;1;1;68,06;23,54;93,65;nein;',
      '2;Nuss;0;1;31,94;6,35;76,46;nein;',
      '',
    ].join('\r\n'),
  );
});

test('[T8] ideas stand with their state; those that are not on the ballot come last, without a rank', () => {
  const ideas = [
    anIdea('Haken', { state: 'folded', reason: 'spam' }),
    anIdea('Lade'),
    anIdea('Fach', { state: 'merged', into: 'Lade' }),
    anIdea('Rolle'),
  ];
  const board = aBoardOfIdeas(ideas, { rule: { kind: 'approve' } });
  const counts = new Map([
    ['Haken', 9],
    ['Lade', 2],
    ['Rolle', 2],
  ]);
  const round = exportRound(board, theRound(board), { version: 1, ballots: 9, counts }, AT);
  expect(exportSchema.parse(round).round.kind).toBe('ideas');
  expect(exportCsv(round, 'de')).toBe(
    [
      '\ufeffRang;Idee;Zustand;Stimmen;Stimmzettel;Anteil in Prozent;Gleichstand;Beschreibung',
      '1;Lade;zu sehen;2;9;22,22;ja;',
      '1;Rolle;zu sehen;2;9;22,22;ja;',
      ';Haken;eingeklappt;9;9;100;nein;',
      ';Fach;zusammengelegt;0;9;0;nein;',
      '',
    ].join('\r\n'),
  );
  expect(
    round.entries.map(({ title, rank, winner, tied, into }) => [title, rank, winner, tied, into]),
  ).toEqual([
    ['Lade', 1, true, true, undefined],
    ['Rolle', 1, true, true, undefined],
    ['Haken', null, false, false, undefined],
    ['Fach', null, false, false, 'Lade'],
  ]);
  expect(JSON.stringify(round)).not.toContain('author');
});

test('the table opens in a German Excel', () => {
  const csv = exportCsv(exported({ 'Eiche; "geölt"': 1, Nuss: 2 }, 3), 'de');
  expect(csv).toBe(
    [
      '\ufeffRang;Entwurf;Stimmen;Stimmzettel;Anteil in Prozent;Gleichstand;Beschreibung',
      '1;Nuss;2;3;66,67;nein;',
      '2;"Eiche; ""geölt""";1;3;33,33;nein;',
      '',
    ].join('\r\n'),
  );
});

test('an English one gets commas and points', () => {
  const csv = exportCsv(exported({ Oak: 1, Nut: 2 }, 3), 'en');
  expect(csv).toContain('\ufeffRank,Draft,Votes');
  expect(csv).toContain('\r\n1,Nut,2,3,66.67,no,\r\n');
});

test.each([
  '=1+1',
  '+49 170',
  '-1',
  '@SUM(A1)',
  ' =1+1',
  '\u00a0=cmd|x',
  '\t=1',
  '\r=1',
  '\n@x',
  '＝1+1',
  ' ＋1',
  '\u200b=1',
  '\ufeff=1',
])('%j is a text in the table, not a formula', (title) => {
  const [, line = ''] = exportCsv(exported({ [title]: 1 }, 1), 'de').split('\r\n');
  expect(line).toMatch(/^1;"?'/);
});

test('the JSON keeps its documented schema', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  await ana.cast('Nuss');
  const path = `/api/boards/${board.boardId}/rounds/${board.roundId}/export`;
  const response = await ask(board, `${path}.json`, { asMaker: true });
  const round = exportSchema.parse(await response.json());
  expect(round).toMatchObject({ ballots: 1, tie: false, board: { slug: board.slug } });
  expect(round.entries[0]).toMatchObject({ title: 'Nuss', votes: 1, share: 1, winner: true });
  const schema = await ask(board, '/api/schema/export.json');
  expect(await schema.json()).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(exportSchema))));
});

test('only the maker exports, and a secret result not before the round is closed', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-close' });
  const { boardId, roundId } = board;
  const path = `/api/boards/${boardId}/rounds/${roundId}/export.csv`;
  expect((await ask(board, path)).status).toBe(403);
  const early = await ask(board, path, { asMaker: true });
  expect(await early.json()).toEqual({ ok: false, no: { code: 'results_hidden' } });

  await board.maker.must('round:close', { boardId, roundId });
  const csv = await ask(board, path, { asMaker: true });
  expect(csv.status).toBe(200);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toBe(`attachment; filename=${board.slug}-1.csv`);
  expect(csv.headers.get('cache-control')).toBe('no-store');
});

test('unknown boards and rounds are not found', async () => {
  await using board = await startBoard({ open: false });
  for (const path of [`/api/boards/nothing/rounds/x`, `/api/boards/${board.boardId}/rounds/__proto__`]) {
    expect((await ask(board, `${path}/export.json`, { asMaker: true })).status).toBe(404);
  }
});
