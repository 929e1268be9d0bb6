// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { words } from '../../client/lib/words.ts';
import OutcomePage from '../../client/outcome/OutcomePage.svelte';
import type { BoardView, RoundView } from '../../shared/board-view.ts';
import { DAY, makeDraft, makeFamily, makeOutcome, PROMISED } from './boards-with-outcomes.ts';
import { FakeWire } from './fake-wire.ts';
import { show } from './shown.ts';
import { makeBoot, makeRound, makeView, memoryKeep } from './views.ts';

function open(view: BoardView, now = 50_000) {
  words.start('de');
  const boot = makeBoot(view, now);
  const wire = new FakeWire();
  const options = {
    as: 'follower',
    slug: 'nachttisch',
    boot,
    link: wire,
    keep: memoryKeep(),
    now: () => now,
  } as const;
  return { ...show(OutcomePage, { boot, slug: 'nachttisch', board: new LiveBoard(options) }), wire };
}

const decided = (round: Partial<RoundView> = {}) => makeFamily({ outcome: makeOutcome(), ...round }).view;

test('from the page alone: what is made, by when, and how it was counted', () => {
  const text = open(decided()).text();
  expect(text).toContain('Entwurf B Titel walnut Gewonnen 21 Stimmen · 60 %');
  expect(text).toContain('Wird im Winter gebaut.');
  expect(text).toContain('Versprochen bis 12. März 2027');
  expect(text).toContain('35 Geräte haben abgestimmt.');
  expect(text).toContain('Eine Stimme pro Gerät: gezählt werden Geräte, nicht Menschen.');
});

test('the family tree is a nested list: the outcome, its draft, the ideas, and what was merged into them', () => {
  const tree = open(decided()).target.querySelector('.tree');
  const path = (steps: number) => tree?.querySelectorAll(`${'li '.repeat(steps)}`) ?? [];
  expect([...path(4)].map((one) => one.textContent?.trim())).toEqual(['dazugelegt Idee trunk']);
  expect([...path(3)][0]?.textContent?.trim()).toBe('Idee von Ana Idee shelf');
  expect(tree?.querySelector('li')?.textContent).toContain('Entscheidung Titel walnut');
});

test('a tie and a small sample are called what they are', () => {
  const text = open(decided({ tally: { version: 4, ballots: 7, counts: [3, 3, 1] } })).text();
  expect(text).toContain('Gleichstand zwischen „Titel oak“ (A) und „Titel walnut“ (B).');
  expect(text).toContain('Nur 7 Geräte: ein Stimmungsbild, mehr nicht.');
  expect(text).not.toContain('7 Geräte haben');
});

test('a lead of one vote is called close', () => {
  const text = open(decided({ tally: { version: 4, ballots: 41, counts: [20, 21, 0] } })).text();
  expect(text).toContain('Knapp: „Titel oak“ (A) fehlte nur eine Stimme.');
});

test('a duel whose intervals overlap is not called certain', () => {
  const duels = { pairs: 60, chance: [0.3, 0.6, 0.5], low: [0.2, 0.5, 0.4], high: [0.4, 0.7, 0.6] };
  const tally = { version: 4, ballots: 31, counts: [10, 30, 20], duels };
  expect(open(decided({ rule: { kind: 'duel' }, tally })).text()).toContain('Sicher ist das nicht');
  const apart = { ...tally, duels: { ...duels, low: [0.2, 0.61, 0.4] } };
  expect(open(decided({ rule: { kind: 'duel' }, tally: apart })).text()).not.toContain(
    'Sicher ist das nicht',
  );
});

test('[O2] another choice than the winners stands with its reason', () => {
  const outcome = makeOutcome({ chosen: ['ash'], reason: 'Nussbaum ist ausverkauft.' });
  const text = open(decided({ outcome })).text();
  expect(text).toContain('Titel ash Lag nicht vorn 5 Stimmen');
  expect(text).toContain('Warum nicht „Titel walnut“ (B)? Nussbaum ist ausverkauft.');
});

test('[O3] a promise is overdue by itself, was postponed for a reason, or is kept', () => {
  expect(open(decided(), PROMISED + 1).text()).toContain('Überfällig seit 12. März 2027');
  const step = { at: 45_000, picture: null, alt: '' };
  const postponed = { ...step, kind: 'postponed' as const, text: 'Das Holz fehlt.', by: PROMISED + 2 * DAY };
  const later = open(decided({ outcome: makeOutcome({ steps: [postponed] }) }), PROMISED + 1).text();
  expect(later).toContain('Verschoben auf 14. März 2027');
  expect(later).toContain('weil: Das Holz fehlt.');
  const kept = { ...step, kind: 'kept' as const, text: 'Steht im Laden.', at: PROMISED - DAY / 2, by: null };
  const done = open(decided({ outcome: makeOutcome({ steps: [postponed, kept] }) })).text();
  expect(done).toContain('Eingelöst am 12. März 2027');
  expect(done).toContain('Versprochen bis 12. März 2027');
});

test('moderation is told in numbers, and ideas that went on as drafts are not called undecided', () => {
  const text = open(decided()).text();
  expect(text).toContain('2 eingeklappt: 1 Spam, 1 beleidigend');
  expect(text).toContain('Aus diesen Ideen wurden Entwürfe für: „Welches Holz?“');
  expect(text).not.toContain('noch schuldig');
});

test('a revealed round without a decision says who owes it', () => {
  const round = makeRound({ status: 'revealed', tally: { version: 1, ballots: 30, counts: [20, 8, 2] } });
  expect(open(makeView(round)).text()).toContain(
    'Noch keine Entscheidung. Tischlerei ist sie dir noch schuldig.',
  );
});

test('before the first reveal the page leads to the vote', () => {
  const page = open(makeView());
  expect(page.text()).toContain('Noch ist nichts entschieden.');
  expect(page.text()).toContain('Gerade offen: Welches Holz?');
  expect(page.target.querySelector('a')?.getAttribute('href')).toBe('/b/nachttisch');
});

test('a long ranking is cut, and whole on request', async () => {
  const drafts = Array.from({ length: 30 }, (_, n) => makeDraft(`d${n}`));
  const counts = drafts.map((_, n) => 30 - n);
  const round = makeRound({
    status: 'revealed',
    entries: drafts,
    tally: { version: 1, ballots: 465, counts },
  });
  const page = open(makeView(round));
  const lines = () => page.target.querySelectorAll('ol > li').length;
  expect(lines()).toBe(8);
  await page.tap('Alle 30 zeigen');
  expect(lines()).toBe(30);
});

test('names stand at the end, and an open page follows the board', async () => {
  const view = { ...makeFamily().view, credits: [{ id: 'c1', name: 'Ana', ideas: ['shelf'] }] };
  const page = open(view);
  expect(page.text()).toContain('Mitgestaltet von Ana');
  const [, wood] = view.rounds;
  if (wood) {
    page.wire.tell('delta', {
      seq: 4,
      changes: [{ kind: 'round', round: { ...wood, outcome: makeOutcome() } }],
    });
  }
  await page.settled();
  expect(page.text()).toContain('Wird im Winter gebaut.');
});
