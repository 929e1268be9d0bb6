// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import Round from '../../client/follower/round/Round.svelte';
import { words } from '../../client/lib/words.ts';
import type { OwnBallot, RoundView } from '../../shared/board-view.ts';
import { click } from './clock-click.ts';
import { makeRound } from './views.ts';

function show(round: RoundView, fields: { own?: OwnBallot; pending?: OwnBallot; online?: boolean } = {}) {
  const cast: (readonly string[])[] = [];
  words.start('de');
  const target = document.body.appendChild(document.createElement('main'));
  const component = mount(Round, {
    target,
    props: {
      round,
      maker: 'Tischlerei',
      lang: 'de',
      order: round.entries,
      own: null,
      pending: null,
      refused: null,
      online: true,
      now: 50_000,
      oncast: (entries: readonly string[]) => cast.push(entries),
      ...fields,
    },
  });
  flushSync();
  onTestFinished(async () => {
    await unmount(component);
    target.remove();
  });
  return {
    cast,
    text: () => target.textContent?.replace(/\s+/g, ' ') ?? '',
    inputs: () => [...target.querySelectorAll('input')],
    tap(what: string) {
      const found = [...target.querySelectorAll<HTMLElement>('label, button')].find((one) =>
        one.textContent?.includes(what),
      );
      if (!found) throw new Error(`nothing says ${what}`);
      click(found.querySelector('input') ?? found);
      flushSync();
    },
  };
}

const ballot = (entries: string[]): OwnBallot => ({ roundId: 'wood', run: 1, rev: 1, entries });

test('two taps: a card, then the confirmation', () => {
  const page = show(makeRound());
  page.tap('Titel walnut');
  expect(page.cast).toEqual([]);
  page.tap('Für „Titel walnut“ stimmen');
  expect(page.cast).toEqual([['walnut']]);
});

test('one choice is a radio, several are boxes', () => {
  expect(
    show(makeRound())
      .inputs()
      .map(({ type }) => type),
  ).toEqual(['radio', 'radio', 'radio']);
  const several = show(makeRound({ rule: { kind: 'approve' } }));
  expect(several.inputs().map(({ type }) => type)).toEqual(['checkbox', 'checkbox', 'checkbox']);
});

test('a choice of several says how many are missing, and refuses one too many', () => {
  const page = show(makeRound({ rule: { kind: 'choose', min: 2, max: 2 } }));
  page.tap('Titel oak');
  expect(page.text()).toContain('Wähle 2 Entwürfe · noch 1');
  page.tap('Für „Titel oak“ stimmen');
  expect(page.cast).toEqual([]);
  page.tap('Titel ash');
  page.tap('Titel walnut');
  expect(page.text()).toContain('Mehr als 2 gehen nicht.');
  expect(page.inputs().map(({ checked }) => checked)).toEqual([true, false, true]);
  page.tap('Für A und C stimmen');
  expect(page.cast).toEqual([['oak', 'ash']]);
});

test('a counted ballot is named, and can be changed or kept', () => {
  const page = show(makeRound(), { own: ballot(['walnut']) });
  expect(page.text()).toContain('Deine Stimme zählt: Entwurf B');
  page.tap('Titel ash');
  page.tap('Dabei bleiben');
  expect(page.text()).toContain('Deine Stimme zählt: Entwurf B');
  page.tap('Titel ash');
  page.tap('Für „Titel ash“ stimmen');
  expect(page.cast).toEqual([['ash']]);
});

test('whoever asks to change a vote is told what to do', () => {
  const page = show(makeRound(), { own: ballot(['walnut']) });
  page.tap('Ändern');
  expect(page.text()).toContain('Tippe auf einen anderen Entwurf.');
  expect(() => page.tap('stimmen')).toThrow();
  page.tap('Dabei bleiben');
  expect(page.text()).toContain('Deine Stimme zählt: Entwurf B');
});

test('without a connection a ballot is noted, not counted', () => {
  const page = show(makeRound(), { pending: ballot(['oak']), online: false });
  expect(page.text()).toContain('Gemerkt. Wird gezählt, sobald du wieder Netz hast.');
  expect(page.text()).not.toContain('Deine Stimme zählt');
});

test('a hidden tally shows no numbers, but that the vote arrived', () => {
  const tally = { version: 0, ballots: 12, counts: null };
  const page = show(makeRound({ results: 'after-close', tally }), { own: ballot(['oak']) });
  expect(page.text()).toContain('Deine Stimme zählt: Entwurf A');
  expect(page.text()).toContain('Den Stand siehst du beim Aufdecken.');
  expect(page.text()).not.toContain('%');
});

test('before it opens and once it is over nothing can be chosen', () => {
  expect(show(makeRound({ status: 'draft', run: 0 })).inputs()).toEqual([]);
  expect(show(makeRound({ status: 'closed' })).inputs()).toEqual([]);
});

test('once it is over only a ballot that counts is marked as one’s own', () => {
  const closed = makeRound({ status: 'closed' });
  expect(show(closed, { pending: ballot(['oak']) }).text()).not.toContain('Deine Stimme');
  expect(show(closed, { own: ballot(['oak']) }).text()).toContain('Deine Stimme');
});

test('after the end time nobody can confirm any more', () => {
  const page = show(makeRound({ closesAt: 49_000 }), { own: ballot(['oak']) });
  expect(page.text()).toContain('Die Zeit ist um.');
  expect(() => page.tap('Ändern')).toThrow();
});

test('the reveal names the winner, a tie, and a small sample', () => {
  const revealed = (counts: number[], ballots: number) =>
    show(makeRound({ status: 'revealed', tally: { version: 1, ballots, counts } })).text();
  expect(revealed([9, 21, 5], 35)).toContain('„Titel walnut“ (B) hat gewonnen.');
  expect(revealed([9, 21, 5], 35)).not.toContain('Stimmungsbild');
  expect(revealed([2, 2, 1], 5)).toContain('Gleichstand zwischen „Titel oak“ (A) und „Titel walnut“ (B).');
  expect(revealed([2, 2, 1], 5)).toContain('Abgestimmt haben 5 Geräte: ein Stimmungsbild');
  expect(revealed([0, 0, 0], 0)).toContain('In dieser Runde hat niemand abgestimmt.');
});
