import { expect, test } from 'vitest';
import { Commands } from '../../client/studio/commands.svelte.ts';
import { accepted, rejected } from '../../shared/ack.ts';
import { FakeWire } from './fake-wire.ts';

async function refused() {
  const wire = new FakeWire();
  const commands = new Commands(wire, 1);
  const run = commands.run('board:remove', { boardId: 'b' });
  await wire.take('board:remove').answer(rejected('unavailable'));
  await run;
  const asked = () => wire.calls.filter(({ event }) => event === 'board:list').length;
  return { wire, commands, asked };
}

test('that the server is in trouble is said until it answers again, without a reload', async () => {
  const { wire, commands, asked } = await refused();
  expect(commands.no).toEqual({ code: 'unavailable' });
  await expect.poll(asked).toBe(1);
  await wire.take('board:list').answer(rejected('unavailable'));
  expect(commands.no).toEqual({ code: 'unavailable' });
  await expect.poll(asked).toBe(1);
  await wire.take('board:list').answer(accepted([]) as never);
  expect(commands.no).toBeNull();
});

test('a newer no is not taken away by an answer to an older question', async () => {
  const { wire, commands, asked } = await refused();
  await expect.poll(asked).toBe(1);
  const run = commands.run('board:remove', { boardId: 'b' });
  await wire.take('board:remove').answer(rejected('round_closed'));
  await run;
  await wire.take('board:list').answer(accepted([]) as never);
  expect(commands.no).toEqual({ code: 'round_closed' });
});
