import { expect, test } from 'vitest';
import { Commands } from '../../client/studio/commands.svelte.ts';
import { Moderation } from '../../client/studio/moderation/moderation.ts';
import { rejected } from '../../shared/ack.ts';
import type { Idea } from '../../shared/entry.ts';
import { FakeWire } from './fake-wire.ts';
import { anIdea, ideasView } from './studio-ideas.ts';

const boardId = 'board';

function start(ideas = [anIdea('oak'), anIdea('ash')]) {
  const wire = new FakeWire();
  const commands = new Commands(wire);
  return { wire, commands, moderation: new Moderation(commands, () => ideasView(ideas)) };
}

test('folding is taken back by unfolding', async () => {
  const { wire, commands, moderation } = start();
  const folded = moderation.fold(anIdea('oak'), 'spam', 'Werbung.');
  const sent = await wire.accept('idea:fold', { seq: 4 });
  expect(sent).toEqual({ boardId, ideaId: 'oak', reason: 'spam', sentence: 'Werbung.' });
  expect(await folded).toBe(true);
  commands.takeBack();
  expect(await wire.accept('idea:unfold', { seq: 5 })).toEqual({ boardId, ideaId: 'oak' });
});

test('undo takes back nothing that was done before what is under way', async () => {
  const { wire, commands, moderation } = start();
  const folded = moderation.fold(anIdea('oak'), 'spam', 'Werbung.');
  await wire.accept('idea:fold', { seq: 4 });
  await folded;
  void moderation.publish([anIdea('ash', { state: 'waiting' })], () => {});
  commands.takeBack();
  expect(wire.calls.map(({ event }) => event)).toEqual(['idea:publish']);
});

test('folding what nobody has seen yet offers to publish it: unfolding would show it', async () => {
  const { wire, commands, moderation } = start();
  const folded = moderation.fold(anIdea('oak', { state: 'waiting' }), 'spam', 'Werbung.');
  await wire.accept('idea:fold', { seq: 4 });
  await folded;
  expect(commands.undoable?.label).not.toBeNull();
});

test('what was published cannot wait again: the way back asks for a reason to fold it', async () => {
  const { wire, commands, moderation } = start();
  const refolded: Idea[] = [];
  const idea = anIdea('oak', { state: 'waiting' });
  const published = moderation.publish([idea], (one) => refolded.push(one));
  await wire.accept('idea:publish', { seq: 4 });
  await published;
  commands.takeBack();
  expect(refolded).toEqual([idea]);
});

test('while an idea is being published nothing is done with it a second time', async () => {
  const { wire, commands, moderation } = start();
  const idea = anIdea('oak', { state: 'waiting' });
  const published = moderation.publish([idea], () => {});
  void moderation.publish([idea], () => {});
  await wire.accept('idea:publish', { seq: 4 });
  await published;
  expect([wire.calls, commands.no]).toEqual([[], null]);
});

test('several are published one after the other, and a refusal ends it', async () => {
  const { wire, commands, moderation } = start();
  const waiting = ['a', 'b', 'c'].map((id) => anIdea(id, { state: 'waiting' }));
  const published = moderation.publish(waiting, () => {});
  await wire.accept('idea:publish', { seq: 4 });
  await wire.take('idea:publish').answer(rejected('idea_wrong_state'));
  expect(await published).toEqual([waiting[0]]);
  expect(wire.calls).toEqual([]);
  expect(commands.no?.code).toBe('idea_wrong_state');
});

test('merging is taken back by splitting each one that moved', async () => {
  const { wire, commands, moderation } = start();
  const [oak, ash, elm] = [anIdea('oak'), anIdea('ash'), anIdea('elm')];
  const merged = moderation.merge([oak, ash, elm], ash);
  const sent = await wire.accept('idea:merge', { seq: 4 });
  expect(sent).toEqual({ boardId, ideaIds: ['oak', 'elm'], into: 'ash' });
  await merged;
  commands.takeBack();
  expect((await wire.accept('idea:split', { seq: 5 })).ideaId).toBe('oak');
  expect((await wire.accept('idea:split', { seq: 6 })).ideaId).toBe('elm');
});

test('unfolding an idea with an objection settles it: there is no way back to that', async () => {
  const { wire, commands, moderation } = start();
  const objection = { text: 'Doch!', at: 1, answer: null };
  const unfolded = moderation.unfold(
    anIdea('oak', { state: 'folded', reason: 'spam', sentence: 'Werbung.', objection }),
  );
  await wire.accept('idea:unfold', { seq: 4 });
  await unfolded;
  expect(commands.undoable).toMatchObject({ undo: null });
});

test('nothing brings back what was buried', async () => {
  const { wire, commands, moderation } = start();
  const buried = moderation.bury(anIdea('oak'), 'Verboten.');
  await wire.accept('idea:bury', { seq: 4 });
  expect(await buried).toBe(true);
  expect(commands.undoable).toMatchObject({ undo: null });
});

test('promoting into a new round makes that round first, and taking it back removes it', async () => {
  const { wire, commands, moderation } = start();
  const promoted = moderation.promote([anIdea('oak'), anIdea('ash')], { question: 'Welcher?' });
  const added = await wire.accept('round:add', { roundId: 'next' });
  expect(added).toMatchObject({ question: 'Welcher?', ideas: null });
  const sent = await wire.accept('idea:promote', { draftId: 'draft' });
  expect(sent).toEqual({ boardId, ideaIds: ['oak', 'ash'], toRoundId: 'next' });
  expect(await promoted).toEqual({ roundId: 'next', draftId: 'draft' });
  commands.takeBack();
  expect(await wire.accept('round:remove', { seq: 6 })).toEqual({ boardId, roundId: 'next' });
});

test('promoting into a round that is there leaves it there when taken back', async () => {
  const { wire, commands, moderation } = start();
  const promoted = moderation.promote([anIdea('oak')], { roundId: 'wood' });
  await wire.accept('idea:promote', { draftId: 'draft' });
  await promoted;
  commands.takeBack();
  expect(await wire.accept('draft:remove', { seq: 6 })).toEqual({
    boardId,
    roundId: 'wood',
    draftId: 'draft',
  });
});

test('[G2] a change that needs a yes asks for it, and is no fault', async () => {
  const { wire, commands } = start();
  const asked = commands.runOrAsk('round:collect', { boardId, roundId: 'wishes', collect: false });
  await wire.take('round:collect').answer(rejected('needs_confirmation'));
  expect(await asked).toBe('ask');
  expect(commands.no).toBeNull();
});
