import { expect, test } from 'vitest';
import { Commands } from '../../client/studio/commands.svelte.ts';
import { DraftTable } from '../../client/studio/round/draft-table.svelte.ts';
import { accepted, rejected } from '../../shared/ack.ts';
import type { Picture } from '../../shared/entry.ts';
import { FakeWire } from './fake-wire.ts';
import { makeRound, makeView } from './views.ts';

const picture: Picture = { hash: 'a'.repeat(32), width: 4, height: 3, blur: '' };

/** A new photo for a draft is on its way. */
async function replacing() {
  const wire = new FakeWire();
  const round = makeRound({ status: 'draft', run: 0 });
  const [oak] = round.entries;
  if (!oak) throw new Error('no such draft');
  let arrive = (_: Picture) => {};
  const table = new DraftTable(
    new Commands(wire),
    () => makeView(round),
    () => new Promise((resolve) => (arrive = (sent) => resolve(accepted(sent)))),
  );
  table.replacePicture(round, oak, new File(['x'], 'neu.jpg', { type: 'image/jpeg' }));
  await settle();
  return {
    wire,
    describe: (alt: string) => table.update(round, oak, { alt }),
    arrive: async () => {
      arrive(picture);
      await settle();
      return wire.take('draft:update').command;
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a new photo comes without the description of the old one', async () => {
  const { arrive } = await replacing();
  expect(await arrive()).toMatchObject({ picture, alt: '' });
});

test('a description written while the new photo was on its way is kept', async () => {
  const { wire, describe, arrive } = await replacing();
  const saved = describe('Eiche, geölt, von vorn');
  await wire.accept('draft:update', {});
  await saved;
  expect(await arrive()).not.toHaveProperty('alt');
});

test('one that could not be saved is not', async () => {
  const { wire, describe, arrive } = await replacing();
  const saved = describe('Eiche, geölt, von vorn');
  await wire.take('draft:update').answer(rejected('unavailable'));
  await saved;
  expect(await arrive()).toMatchObject({ alt: '' });
});
