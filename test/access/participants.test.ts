import { expect, test } from 'vitest';
import { Participants } from '../../server/access/participants.ts';

const NOON = Date.UTC(2026, 0, 1, 12);
const participants = new Participants('key of this test');

test('[P1] a minted token is read again, with its time', () => {
  const token = participants.mint(NOON);
  expect(participants.read(token)).toMatchObject({ issuedAt: NOON });
});

test('[P1] a token that was changed anywhere, or signed elsewhere, is nobody', () => {
  const token = participants.mint(NOON);
  for (let at = 0; at < token.length - 1; at += 1) {
    const changed = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1);
    expect(participants.read(changed)).toBeNull();
  }
  expect(participants.read(new Participants('another key').mint(NOON))).toBeNull();
  for (const odd of [undefined, '', '.', '..', 'a.b.c', `${token}.`, `${token}x`, 'x'.repeat(100_000)]) {
    expect(participants.read(odd)).toBeNull();
  }
});

test('[P2] of two valid identities the older one wins, whichever way it came', () => {
  const old = participants.mint(NOON);
  const young = participants.mint(NOON + 1);
  const cookie = (token: string) => `mw_lang=de; mw_p=${token}`;
  expect(participants.recognise(cookie(young), old)).toEqual(participants.read(old));
  expect(participants.recognise(cookie(old), young)).toEqual(participants.read(old));
});

test('[P2] an invalid identity never pushes out a valid one', () => {
  const token = participants.mint(NOON);
  const known = participants.read(token);
  expect(participants.recognise(`mw_p=${token}`, 'forged.1.x')).toEqual(known);
  expect(participants.recognise('mw_p=forged.1.x', token)).toEqual(known);
  expect(participants.recognise(undefined, undefined)).toBeNull();
});

test('the cookie is out of reach for scripts, and secure where the page is', () => {
  expect(participants.cookie('t', false)).toBe('mw_p=t; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax');
  expect(participants.cookie('t', true)).toBe(
    'mw_p=t; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure',
  );
});
