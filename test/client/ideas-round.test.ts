// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { makeIdea, makeIdeasRound, makeOwn } from './idea-views.ts';
import { showIdeas, three } from './show-ideas-round.ts';

test('an empty round asks for the first idea', async () => {
  const page = await showIdeas(makeIdeasRound([]));
  expect(page.text()).toContain('Noch keine Idee. Fang an.');
  expect(page.fields()).toEqual(['']);
});

test('while ideas are only collected nothing can be supported', async () => {
  const page = await showIdeas(makeIdeasRound(three, { status: 'draft', run: 0 }));
  expect(page.text()).toContain('Erst Ideen sammeln, dann abstimmen. Noch ohne Termin.');
  expect(page.text()).toContain('Gewürzregal');
  expect(page.text()).not.toContain('Dafür');
});

test('[V3] one tap casts the whole ballot at once, and undo takes it back', async () => {
  const ballots = [{ roundId: 'wishes', run: 1, rev: 1, entries: ['b'] }];
  const page = await showIdeas(makeIdeasRound(three), { ballots });
  await page.tap(': Gewürzregal');
  expect(page.wire.take('ballot:cast').command.entries).toEqual(['b', 'a']);
  expect(page.text()).toContain('Du unterstützt 2 Ideen.');
  await page.tap('Rückgängig');
  expect(page.text()).toContain('Du unterstützt 1 Idee.');
});

test('[A2] a hidden tally shows no numbers and no top, but that the vote is noted', async () => {
  const tally = { version: 4, ballots: 9, counts: null };
  const ballots = [{ roundId: 'wishes', run: 1, rev: 1, entries: ['b'] }];
  const page = await showIdeas(makeIdeasRound(three, { results: 'after-close', tally }), { ballots });
  expect(page.buttons()).toContain('Dafür : Messerleiste');
  expect(page.text()).not.toContain('Top');
  expect(page.text()).toContain('Du unterstützt 1 Idee. Den Stand siehst du beim Aufdecken.');
});

test('after the end time nothing can be supported or handed in', async () => {
  const page = await showIdeas(makeIdeasRound(three, { closesAt: 49_000 }));
  expect(page.text()).toContain('Die Zeit ist um.');
  expect(page.fields()).toEqual([]);
  expect(page.text()).not.toContain('Dafür');
});

test('an own idea that arrives and a round that closes leave the offer of a name where it is', async () => {
  const page = await showIdeas(makeIdeasRound(three));
  const offer = page.credit();
  expect(offer).not.toBeNull();
  await page.tell({ ideas: [makeOwn('a')], credit: null });
  expect(page.credit()).toBe(offer);
  await page.close();
  expect(page.text()).toContain('Die Runde ist geschlossen.');
  expect(page.credit()).toBe(offer);
});

test('nothing has won before the reveal, however much is shown', async () => {
  const tally = { version: 1, ballots: 35, counts: [9, 21, 5] };
  const page = await showIdeas(makeIdeasRound(three, { status: 'closed', collecting: false, tally }));
  expect(page.text()).toContain('21 Stimmen');
  expect(page.text()).not.toContain('Gewonnen');
});

test('the reveal names the winner, a tie, and a small sample', async () => {
  const revealed = async (counts: number[], ballots: number) => {
    const tally = { version: 1, ballots, counts };
    return (await showIdeas(makeIdeasRound(three, { status: 'revealed', collecting: false, tally }))).text();
  };
  expect(await revealed([9, 21, 5], 35)).toContain('„Messerleiste“ hat gewonnen.');
  expect(await revealed([9, 21, 5], 35)).toContain('21 Stimmen · 60 %');
  expect(await revealed([9, 9, 5], 12)).toContain('Gleichstand zwischen „Gewürzregal“ und „Messerleiste“.');
  expect(await revealed([9, 9, 5], 12)).toContain('Abgestimmt haben 12 Geräte: ein Stimmungsbild');
  expect(await revealed([0, 0, 0], 0)).toContain('In dieser Runde hat niemand abgestimmt.');
});

test('[M4] merged ideas and names stand with the idea; the public lines say what is not shown', async () => {
  const page = await showIdeas(
    makeIdeasRound([
      makeIdea('a', { by: 'Ana' }),
      makeIdea('b', { title: 'Dasselbe', state: 'merged', into: 'a' }),
      makeIdea('f', { title: '', state: 'folded', reason: 'insult' }),
    ]),
  );
  expect(page.text()).toContain('von Ana');
  expect(page.text()).toContain('zusammengelegt mit 1 Idee Dasselbe');
  expect(page.text()).toContain('1 eingeklappt: beleidigend');
  expect(page.text()).toContain('1 Idee');
});
