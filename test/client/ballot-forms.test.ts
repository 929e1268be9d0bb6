// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "device": { "prefersReducedMotion": "reduce" } } }
import { expect, test } from 'vitest';
import type { BallotRule, OwnBallot } from '../../shared/board-view.ts';
import type { Idea } from '../../shared/entry.ts';
import { type Cast, showRound } from './show-round.ts';
import { makeRound } from './views.ts';

const RANK: BallotRule = { kind: 'rank', max: 2 };
const POINTS: BallotRule = { kind: 'points', budget: 5 };
const DUEL: BallotRule = { kind: 'duel' };
const ballot = (entries: string[], points?: number[]): OwnBallot => ({
  roundId: 'wood',
  run: 1,
  rev: 1,
  entries,
  ...(points && { points }),
});
const idea = (id: string, fields: Partial<Idea> = {}): Idea => ({
  id,
  title: `Titel ${id}`,
  text: '',
  picture: null,
  alt: '',
  state: 'shown',
  at: 1,
  ...fields,
});

test('an order is tapped first, second, and a tap on a chosen one lets the others close up', async () => {
  const page = await showRound(makeRound({ rule: RANK }));
  page.tap('Titel ash');
  expect(page.text()).toContain('Noch 1 Platz frei');
  page.tap('Titel oak');
  page.tap('Titel walnut');
  expect(page.text()).toContain('Mehr als 2 gehen nicht.');
  page.tap('Titel ash');
  expect(page.text()).toContain('Titel ash: nicht mehr dabei');
  page.tap('Titel walnut');
  page.tap('Reihenfolge abgeben');
  expect(page.cast).toEqual([{ entries: ['oak', 'walnut'] }]);
  expect(page.text()).toContain('Deine Reihenfolge zählt');
});

test('the order is sorted in its list, and the new place is said', async () => {
  const page = await showRound(makeRound({ rule: { kind: 'rank', max: 3 } }));
  for (const title of ['Titel oak', 'Titel walnut', 'Titel ash']) page.tap(title);
  page.tap('Titel ash einen Platz nach oben');
  expect(page.text()).toContain('Titel ash: jetzt Platz 2');
  page.tap('Titel oak einen Platz nach unten');
  page.tap('Titel oak einen Platz nach unten');
  page.tap('Titel oak einen Platz nach unten');
  page.tap('Reihenfolge abgeben');
  expect(page.cast).toEqual([{ entries: ['ash', 'walnut', 'oak'] }]);
});

test('points are spread up to the budget and never over it', async () => {
  const page = await showRound(makeRound({ rule: POINTS }));
  for (let tap = 0; tap < 3; tap++) page.tap('1 Punkt mehr für Titel oak');
  expect(page.text()).toContain('noch 2 von 5 Punkten');
  const field = page.target.querySelector<HTMLInputElement>('[aria-label="Punkte für Titel ash"]');
  if (!field) throw new Error('There is no field for the points of ash.');
  field.value = '40';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  expect(field.value).toBe('2');
  page.tap('1 Punkt mehr für Titel walnut');
  expect(page.text()).toContain('Alle Punkte sind verteilt. Nimm zuerst woanders welche weg.');
  page.tap('1 Punkt weniger für Titel oak');
  page.tap('Punkte abgeben');
  expect(page.cast).toEqual([{ entries: ['oak', 'ash'], points: [2, 2] }]);
});

test('a duel casts all pairs so far with each tap, takes one back, and skips', async () => {
  const page = await showRound(makeRound({ rule: DUEL }));
  const pair = () => titles(page.target);
  const first = pair();
  expect(page.text()).toContain('0 von 3 Paaren');
  page.press('ArrowLeft');
  expect(page.cast).toEqual([{ entries: first }]);
  expect(page.text()).toContain('1 von 3 Paaren');
  const second = pair();
  page.press('ArrowRight');
  expect(page.cast.at(-1)?.entries).toEqual([...first, second[1], second[0]]);
  page.tap('Letztes Paar zurücknehmen');
  expect(page.cast.at(-1)?.entries).toEqual(first);
  expect(pair()).toEqual(second);
  page.tap('Überspringen');
  expect(pair()).not.toEqual(second);
  page.tap('Letztes Paar zurücknehmen');
  expect(pair()).toEqual(second);
  expect(page.cast).toHaveLength(3);
});

test('after the last pair the standing is shown, with how sure it is', async () => {
  const duels = { pairs: 3, chance: [0.7, 0.5, 0.3], low: [0.4, 0.2, 0.1], high: [0.9, 0.8, 0.6] };
  const tally = { version: 3, ballots: 2, counts: [2, 1, 0], duels };
  const page = await showRound(makeRound({ rule: DUEL, tally }), {
    own: ballot(['oak', 'ash', 'oak', 'walnut', 'walnut', 'ash']),
  });
  expect(page.text()).toContain('Deine 3 Vergleiche zählen');
  expect(page.text()).toContain('liegt vorn, aber noch nicht sicher');
  expect(page.text()).toContain('70 % Siegchance · wohl zwischen 40 und 90 %');
  page.tap('Stimme zurückziehen');
  expect(page.cast.at(-1)).toEqual({ entries: [] });
  expect(page.text()).toContain('0 von 3 Paaren');
});

test('pairs decided before it is known what was decided already are added to that, once', async () => {
  const page = await showRound(makeRound({ rule: DUEL }), { known: false });
  const first = titles(page.target);
  page.press('ArrowLeft');
  expect(page.cast).toEqual([]);
  expect(page.text()).toContain('1 von 3 Paaren');
  expect(page.text()).toContain('Deine Stimme ist unterwegs …');
  const [left = '', right = ''] = titles(page.target);
  const before = [right, left];
  page.press('ArrowLeft');
  page.set({ own: ballot(before), known: true });
  expect(page.cast).toEqual([{ entries: [...before, ...first] }]);
  expect(page.text()).toContain('2 von 3 Paaren');
  expect(page.text()).not.toContain('unterwegs');
});

test('a pair on show stays when another idea comes in', async () => {
  const entries = [idea('a'), idea('b'), idea('c')];
  const page = await showRound(makeRound({ kind: 'ideas', rule: DUEL, entries }));
  const shown = titles(page.target);
  const more = [idea('new'), ...entries];
  page.set({ round: makeRound({ kind: 'ideas', rule: DUEL, entries: more }), order: more });
  expect(titles(page.target)).toEqual(shown);
});

test('[V2] an idea that is folded while an order is made leaves its place to another, and is not cast', async () => {
  const entries = ['a', 'b', 'c', 'd'].map((id) => idea(id));
  const rule: BallotRule = { kind: 'rank', max: 3 };
  const page = await showRound(makeRound({ kind: 'ideas', rule, entries }));
  for (const title of ['Titel a', 'Titel b', 'Titel c', 'Titel d']) page.tap(title);
  expect(page.text()).toContain('Mehr als 3 gehen nicht.');
  const folded = [idea('a'), idea('b', { state: 'folded', title: '' }), idea('c'), idea('d')];
  page.set({ round: makeRound({ kind: 'ideas', rule, entries: folded }), order: folded });
  expect(page.text()).toContain('Noch 1 Platz frei');
  page.tap('Titel d');
  page.tap('Reihenfolge abgeben');
  expect(page.cast).toEqual([{ entries: ['a', 'c', 'd'] }]);
});

test('[V2] points for an idea that is folded before they are cast are free again', async () => {
  const entries = ['a', 'b'].map((id) => idea(id));
  const page = await showRound(makeRound({ kind: 'ideas', rule: POINTS, entries }));
  for (let tap = 0; tap < 3; tap++) page.tap('1 Punkt mehr für Titel b');
  page.tap('1 Punkt mehr für Titel a');
  const folded = [idea('a'), idea('b', { state: 'folded', title: '' })];
  page.set({ round: makeRound({ kind: 'ideas', rule: POINTS, entries: folded }), order: folded });
  expect(page.text()).toContain('noch 4 von 5 Punkten');
  page.tap('Punkte abgeben');
  expect(page.cast).toEqual([{ entries: ['a'], points: [1] }]);
});

test('points of merged ideas count for the one they went into, and folded ideas are left out', async () => {
  const entries = [
    idea('a'),
    idea('b', { state: 'merged', into: 'a' }),
    idea('c', { state: 'folded', title: '' }),
    idea('d'),
  ];
  const page = await showRound(makeRound({ kind: 'ideas', rule: POINTS, entries }), {
    own: ballot(['a', 'b', 'c'], [1, 2, 2]),
  });
  expect(page.text()).toContain('Deine Punkte zählen Titel a 3');
  expect(page.target.querySelectorAll('article')).toHaveLength(2);
});

test.each<[BallotRule, OwnBallot, string, string, Cast]>([
  [
    { kind: 'approve' },
    ballot(['oak', 'walnut']),
    'Titel ash',
    'Für A, B und C stimmen',
    { entries: ['oak', 'walnut', 'ash'] },
  ],
  [
    { kind: 'rank', max: 3 },
    ballot(['walnut', 'oak']),
    'Titel ash',
    'Reihenfolge abgeben',
    { entries: ['walnut', 'oak', 'ash'] },
  ],
  [
    POINTS,
    ballot(['oak', 'walnut'], [3, 1]),
    '1 Punkt mehr für Titel oak',
    'Punkte abgeben',
    { entries: ['oak', 'walnut'], points: [4, 1] },
  ],
])('a pick before it is known what counts is added to that: %o', async (rule, own, pick, button, cast) => {
  const page = await showRound(makeRound({ rule }), { known: false });
  page.tap(pick);
  page.set({ own, known: true });
  page.tap(button);
  expect(page.cast).toEqual([cast]);
});

test('a vote is taken back where one asks to change it', async () => {
  const page = await showRound(makeRound({ rule: RANK }), { own: ballot(['oak']) });
  expect(page.has('Stimme zurückziehen')).toBe(false);
  page.tap('Ändern');
  page.tap('Stimme zurückziehen');
  expect(page.cast).toEqual([{ entries: [] }]);
  expect(page.text()).toContain('Zurückgezogen. Deine Stimme zählt nicht mehr.');
});

test('a draft made of ideas says whose they were', async () => {
  const originOf = ({ id }: { id: string }) => ({ oak: ['Ana'], ash: [null] })[id] ?? [];
  const text = (await showRound(makeRound(), { originOf })).text();
  expect(text).toContain('aus der Idee von Ana');
  expect(text).toContain('aus einer Idee');
});

test('the numbers of a revealed round are those its rule counts', async () => {
  const revealed = (rule: BallotRule, tally: object, own?: OwnBallot) =>
    showRound(
      makeRound({
        rule,
        status: 'revealed',
        tally: { version: 1, ballots: 30, counts: [40, 31, 0], ...tally },
      }),
      { own: own ?? null },
    );
  const ranked = (await revealed(RANK, { firsts: [12, 1, 0] }, ballot(['walnut', 'oak']))).text();
  expect(ranked).toContain('40 Punkte · 12‑mal auf Platz 1');
  expect(ranked).toContain('31 Punkte · einmal auf Platz 1');
  expect(ranked).toContain('Dein Platz 2');
  const points = (await revealed(POINTS, {}, ballot(['oak'], [4]))).text();
  expect(points).toContain('40 Punkte · 27 %');
  expect(points).toContain('4 Punkte von dir');
  const duels = { pairs: 60, chance: [0.7, 0.5, 0.3], low: [0.6, 0.4, 0.2], high: [0.8, 0.65, 0.4] };
  const duel = (await revealed(DUEL, { duels })).text();
  expect(duel).toContain('„Titel oak“ (A) hat gewonnen.');
  expect(duel).toContain('Noch nicht sicher');
});

function titles(target: HTMLElement): string[] {
  return [...target.querySelectorAll('.two:not([inert]) button[data-entry]')].map(
    (button) => button.getAttribute('data-entry') ?? '',
  );
}
