// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { showRound } from './show-round.ts';
import { makeRound } from './views.ts';

test('a double tap on the button that casts does not change the vote, a triple tap does not withdraw it', async () => {
  const page = await showRound(makeRound());
  page.tap('Titel oak');
  page.tap('Für „Titel oak“ stimmen');
  page.tap('Ändern', 90);
  page.tap('Ändern', 90);
  expect(page.text()).toContain('Deine Stimme zählt: Entwurf A');
  page.tap('Ändern', 1_000);
  page.tap('Stimme zurückziehen', 90);
  page.tap('Dabei bleiben', 90);
  expect(page.text()).toContain('Tippe auf einen anderen Entwurf.');
  page.tap('Stimme zurückziehen');
  expect(page.cast).toEqual([{ entries: ['oak'] }, { entries: [] }]);
});

test('whoever is quick may still vote', async () => {
  const page = await showRound(makeRound());
  page.tap('Titel oak');
  page.tap('Für „Titel oak“ stimmen');
  page.tap('Ändern');
  page.tap('Titel ash', 90);
  page.tap('Für „Titel ash“ stimmen', 90);
  expect(page.cast).toEqual([{ entries: ['oak'] }, { entries: ['ash'] }]);
});
