// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import Masthead from '../../client/follower/Masthead.svelte';
import { words } from '../../client/lib/words.ts';
import type { RoundView, Terms } from '../../shared/board-view.ts';
import { makeFamily, makeOutcome } from './boards-with-outcomes.ts';
import { settled, show } from './shown.ts';

async function read(fields: Partial<RoundView>, decides: Terms['decides'] = 'maker') {
  words.start('de');
  const { view, wood } = makeFamily(fields);
  const head = { ...view.head, terms: { ...view.head.terms, decides } };
  const page = show(Masthead, { head, round: wood, maker: head.makerName, now: 50_000 });
  await expect.poll(() => settled().then(() => page.text())).not.toBe('Nachttisch');
  return page.text();
}

test('the first screen says who decides and by when', async () => {
  const open = { status: 'open', outcome: null } as const;
  expect(await read(open)).toBe(
    'Nachttisch Tischlerei entscheidet, du berätst. Noch ohne Endzeit, Ergebnis gleich danach.',
  );
  expect(await read(open, 'votes')).toContain('Tischlerei macht, was vorn liegt.');
});

test('a revealed round says what gets made and by when, or that this is still owed', async () => {
  const owed = 'Tischlerei ist dir die Entscheidung noch schuldig.';
  await expect.poll(() => read({})).toBe(`Nachttisch ${owed}`);
  expect(await read({ outcome: makeOutcome({ chosen: ['oak'] }) })).toContain(
    '„Titel oak“ wird gemacht, versprochen bis 12. März 2027.',
  );
  expect(await read({ outcome: makeOutcome({ promise: null }) })).toContain(
    '„Titel walnut“ wird gemacht, noch ohne Termin.',
  );
});
