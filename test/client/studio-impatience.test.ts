// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { rejected } from '../../shared/ack.ts';
import { settled } from './shown.ts';
import { sheetOf } from './studio-sheet.ts';
import { makeRound } from './views.ts';

test('tapping twice for a draft without a photo lays down one', async () => {
  const { tap, called, wire, target } = await sheetOf(makeRound({ status: 'draft', run: 0 }, ['oak']));
  const button = () =>
    [...target.querySelectorAll('button')].find((one) => one.textContent?.includes('ohne Foto'));
  await tap('Entwurf ohne Foto');
  await tap('Entwurf ohne Foto');
  expect(called()).toEqual(['draft:add']);
  expect(button()?.getAttribute('aria-disabled')).toBe('true');
  await wire.take('draft:add').answer(rejected('unavailable'));
  await settled();
  expect(button()?.getAttribute('aria-disabled')).toBe('false');
  await tap('Entwurf ohne Foto');
  expect(called()).toContain('draft:add');
});

test('one new round is on its way at a time, copied or empty', async () => {
  const { desk, round, tap, called, wire } = await sheetOf(makeRound());
  await tap('kopieren');
  await tap('kopieren');
  void desk.addRound('ideas');
  expect(called()).toEqual(['round:copy']);
  expect(desk.rounds.laying).toBe(true);
  await wire.accept('round:copy', { roundId: 'copy' });
  await settled();
  void desk.addRound('ideas');
  void desk.addRound('ideas');
  expect(called()).toEqual(['round:add']);
  expect(desk.arrived).toBe('copy');
  desk.rounds.copy(round);
  expect(called()).toEqual(['round:add']);
});

test('time is added once, however often one taps before the answer', async () => {
  const { desk, round, called, wire } = await sheetOf(makeRound());
  desk.live.extend(round);
  desk.live.extend(round);
  expect(called()).toEqual(['round:extend']);
  await wire.accept('round:extend', {});
  desk.live.extend(round);
  expect(called()).toEqual(['round:extend']);
});
