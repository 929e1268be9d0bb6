import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renewStage, slugFrom, updateBoard } from '../../server/domain/board.ts';
import { aBoard, decided } from '../support/boards.ts';

test('[B1] a new board shows nothing yet and starts at seq 1', () => {
  expect(aBoard()).toMatchObject({ seq: 1, currentRoundId: null, rounds: [] });
});

test.each([
  ['Café für Ümit & Söhne!', 'cafe-fuer-uemit-soehne'],
  ['  Straße — 3. Entwurf ', 'strasse-3-entwurf'],
  ['ÄÖÜ', 'aeoeue'],
  ['A\u0308pfel', 'aepfel'],
  ['Łódź Ørsted', 'lodz-orsted'],
  ['🪑', 'mitmachen'],
  ['Стол', 'mitmachen'],
  [`${'x'.repeat(39)} yz`, 'x'.repeat(39)],
])('[B2] the link of "%s" is %s', (title, slug) => {
  expect(slugFrom(title)).toBe(slug);
});

test('[B2] a suffix tells twins apart', () => {
  expect(slugFrom('Nachttisch', '2')).toBe('nachttisch-2');
  expect(slugFrom('🪑', 'x7')).toBe('mitmachen-x7');
});

test('[B2] any title makes a link', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (title) => {
      const slug = slugFrom(title);
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(40);
    }),
  );
});

test('[B3] [R2] a new title leaves the link and everything else', () => {
  const board = aBoard();
  const update = { title: 'Beistelltisch', reason: undefined, boardId: 'other' };
  const after = decided(board, (now) => updateBoard(now, update, { now: 2_000 }));
  expect(after).toEqual({ ...board, seq: 2, title: 'Beistelltisch' });
});

test('[B4] renewing replaces the stage token', () => {
  expect(decided(aBoard(), (now) => renewStage(now, 'fresh')).stageToken).toBe('fresh');
});
