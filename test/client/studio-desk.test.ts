import { expect, test } from 'vitest';
import { Desk } from '../../client/studio/board/desk.svelte.ts';
import { FakeWire } from './fake-wire.ts';
import { makeBoot, makeJoined, makeRound, makeView } from './views.ts';

const maker = (stageToken: string) => ({ stageToken, createdAt: 1 });

async function start() {
  const wire = new FakeWire();
  const desk = new Desk({ slug: 'nachttisch', link: wire, boot: makeBoot() });
  wire.happen('live');
  await wire.accept('board:join', makeJoined({ view: makeView(), maker: maker('first') }));
  return { wire, desk };
}

test('a stage link renewed here is the one that is shown', async () => {
  const { wire, desk } = await start();
  const renewed = desk.renewStage();
  wire.tell('delta', { seq: 4, changes: [] });
  await wire.accept('stage:renew', { stageToken: 'second' });
  await wire.accept('board:join', makeJoined({ frame: { seq: 4, present: 2 }, maker: maker('second') }));
  expect(await renewed).toBe(true);
  expect(desk.stageToken).toBe('second');
});

test('a stage link renewed on another device afterwards takes its place', async () => {
  const { wire, desk } = await start();
  const renewed = desk.renewStage();
  wire.tell('delta', { seq: 4, changes: [] });
  await wire.accept('stage:renew', { stageToken: 'second' });
  await wire.accept('board:join', makeJoined({ frame: { seq: 4, present: 2 }, maker: maker('second') }));
  await renewed;
  wire.tell('delta', { seq: 5, changes: [] });
  await wire.accept('board:join', makeJoined({ frame: { seq: 5, present: 2 }, maker: maker('third') }));
  expect(desk.stageToken).toBe('third');
});

test('a title saved by the very tap that opens the round does not swallow the tap', async () => {
  const { wire, desk } = await start();
  const round = makeRound();
  void desk.rounds.update(round, { question: 'Eiche oder Nuss?' });
  desk.live.open(round);
  expect(wire.calls.map(({ event }) => event)).toEqual(['round:update', 'round:open']);
});

test('a second tap on the next step takes no second step, until the first is answered', async () => {
  const { wire, desk } = await start();
  const round = makeRound();
  desk.live.open(round);
  desk.live.close(round);
  expect(wire.calls.map(({ event }) => event)).toEqual(['round:open']);
  expect(desk.stepping).toBe(true);
  await wire.accept('round:open', { seq: 2 });
  expect(desk.stepping).toBe(false);
  desk.live.close(round);
  expect(wire.calls.map(({ event }) => event)).toEqual(['round:close']);
});

test('[R20] one step back says which round was seen', async () => {
  const { wire, desk } = await start();
  const { id, run } = makeRound();
  desk.live.undo(makeRound({ status: 'revealed' }));
  expect(wire.take('round:undo').command).toMatchObject({ roundId: id, status: 'revealed', run });
});

test('a second tap on collecting does not end what the first one began', async () => {
  const { wire, desk } = await start();
  const round = makeRound();
  desk.live.collect(round, true);
  desk.live.collect(round, false);
  expect(wire.calls.map(({ command }) => command.collect)).toEqual([true]);
});
