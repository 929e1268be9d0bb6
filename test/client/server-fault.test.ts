// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { keptEarly } from '../../client/follower/ideas/kept-early.ts';
import SupportBar from '../../client/follower/ideas/SupportBar.svelte';
import { Support } from '../../client/follower/ideas/support.svelte.ts';
import { words } from '../../client/lib/words.ts';
import type { BallotRule, OwnBallot } from '../../shared/board-view.ts';
import type { Language } from '../../shared/limits.ts';
import { makeIdea } from './idea-views.ts';
import { showRound } from './show-round.ts';
import { makeRound, memoryKeep } from './views.ts';

const SENTENCE = 'Gerade nicht möglich, wird nachgereicht.';
const unavailable = { code: 'unavailable' } as const;
const pending: OwnBallot = { roundId: 'wood', run: 1, rev: 1, entries: ['oak', 'ash'] };

test.each<[BallotRule, OwnBallot]>([
  [
    { kind: 'choose', min: 1, max: 1 },
    { ...pending, entries: ['oak'] },
  ],
  [{ kind: 'approve' }, pending],
  [{ kind: 'rank', max: 2 }, pending],
  [
    { kind: 'points', budget: 5 },
    { ...pending, points: [3, 2] },
  ],
  [{ kind: 'duel' }, pending],
])('a vote that the server cannot take right now is said to follow: %o', async (rule, ballot) => {
  const page = await showRound(makeRound({ rule }), { pending: ballot, refused: unavailable });
  expect(page.text()).toContain(SENTENCE);
  expect(page.text()).not.toMatch(/unterwegs|zählt:|klemmt/);
  page.set({ online: false });
  expect(page.text()).toContain('Gemerkt. Wird gezählt, sobald du wieder Netz hast.');
  page.set({ online: true, pending: null, own: ballot, refused: null });
  expect(page.text()).not.toContain(SENTENCE);
});

test('so is a vote that is taken back', async () => {
  const page = await showRound(makeRound(), { own: { ...pending, entries: ['oak'] } });
  page.tap('Ändern');
  page.tap('Stimme zurückziehen');
  page.set({ own: null, pending: { ...pending, entries: [] }, refused: unavailable });
  expect(page.text()).toContain(SENTENCE);
});

test.each<[Language, string]>([
  ['de', SENTENCE],
  ['en', 'Not possible right now, will be handed in by itself.'],
])('so is support for an idea (%s)', async (language, sentence) => {
  words.start(language);
  const ideas = new Map([['a', makeIdea('a')]]);
  const support = new Support({
    ballot: () => ({ roundId: 'wishes', run: 1, rev: 1, entries: ['a'] }),
    known: () => true,
    early: keptEarly(memoryKeep(), 'r', 1),
    limits: () => ({ min: 1, max: 1 }),
    ideas: () => ideas,
    cast: () => {},
    withdraw: () => {},
  });
  const target = document.body.appendChild(document.createElement('main'));
  const rule = { kind: 'choose', min: 1, max: 1 } as const;
  const shown = { rule, support, last: null, sending: true, online: true, hidden: true, late: false };
  const component = mount(SupportBar, { target, props: { ...shown, refused: unavailable } });
  onTestFinished(async () => {
    await unmount(component);
    target.remove();
  });
  flushSync();
  expect(target.textContent?.trim()).toContain(sentence);
  expect(target.textContent).not.toMatch(/klemmt|hiccup|zählt/);
});
