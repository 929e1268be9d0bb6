import { expect, test } from 'vitest';
import { PATIENCE } from '../support/phone.ts';
import { startBoard } from '../support/start-board.ts';

const NASTY: readonly unknown[] = [
  undefined,
  null,
  42,
  'x'.repeat(1_000),
  [],
  { boardId: '__proto__', roundId: 'a', run: 1, rev: 1, entries: ['a'] },
  JSON.parse('{"__proto__":{"maker":true},"slug":"x","as":"maker"}'),
  { boardId: 'a', roundId: 'b', run: 1.5, rev: -1, entries: [] },
  { entries: Array.from({ length: 600 }, () => 'a') },
];

test('every malformed command is answered with a no, and the server goes on', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const phone = board.connect();
  const raw = phone.socket as unknown as {
    emit: (event: string, ...given: unknown[]) => void;
    timeout: (ms: number) => { emitWithAck: (event: string, command: unknown) => Promise<unknown> };
  };
  for (const command of NASTY) {
    board.clock.turn(1_000);
    const ack = await raw.timeout(PATIENCE).emitWithAck('ballot:cast', command);
    expect(ack).toMatchObject({ ok: false });
  }
  raw.emit('ballot:cast', { no: 'callback' });
  raw.emit('ballot:cast', () => {}, { callback: 'first' });
  raw.emit('constructor', {});
  raw.emit('board:join');
  board.clock.turn(10_000);
  await phone.join({ slug: board.slug, as: 'follower' });
  await phone.cast('Eiche');
});

test('maker’s commands are refused without the maker’s session', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  const { boardId, roundId, slug } = board;
  const refused = { no: { code: 'not_allowed' } };
  expect(await ana.ask('round:close', { boardId, roundId })).toMatchObject(refused);
  expect(await ana.ask('board:list', {})).toMatchObject(refused);
  expect(await ana.ask('board:join', { slug, as: 'maker' })).toMatchObject(refused);
  expect(await ana.ask('board:remove', { boardId })).toMatchObject(refused);
  const { stageToken } = board.room().board;
  expect(await ana.ask('board:join', { stageToken: `${stageToken}x`, as: 'stage' })).toMatchObject(refused);
});

test('who taps too fast is told so, and may go on later', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  const acks = await Promise.all(Array.from({ length: 40 }, () => ana.tryCast(['Eiche'])));
  expect(acks.filter((ack) => !ack.ok && ack.no.code === 'too_fast').length).toBeGreaterThan(10);
  board.clock.turn(5_000);
  expect(await ana.tryCast(['Nuss'])).toMatchObject({ ok: true });
});

test('a page of another site cannot open a socket', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const foreign = board.connect({ headers: { origin: 'https://evil.example' } });
  const fault = await new Promise((resolve) => foreign.socket.on('connect_error', resolve));
  expect(fault).toBeInstanceOf(Error);
  expect(foreign.socket.connected).toBe(false);
  const own = await board.phone({ headers: { origin: board.url } });
  await own.cast('Eiche');
});

test('a packet over 16 KiB ends the connection and nothing else', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const [ana, spammer] = [await board.phone(), await board.phone()];
  const ended = new Promise((resolve) => spammer.socket.on('disconnect', resolve));
  spammer.socket.emit('ballot:cast', { entries: ['x'.repeat(20_000)] } as never, () => {});
  await ended;
  await ana.cast('Eiche');
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1 });
});

test('a device token that is not ours makes a new participant, never somebody else', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  await ana.cast('Eiche');
  const device = ana.joined?.device ?? '';
  const forged = device.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const eve = await board.phone({ device: forged.slice(0, -2) });
  expect(eve.joined?.ballots).toEqual([]);
  await eve.cast('Nuss');
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1, Nuss: 1 });
});

test('who joins over and over is told to slow down, and may vote all the same', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  const { slug } = board;
  const acks = await Promise.all(
    Array.from({ length: 12 }, () => ana.ask('board:join', { slug, as: 'follower' })),
  );
  expect(acks.filter((ack) => !ack.ok && ack.no.code === 'too_fast').length).toBeGreaterThanOrEqual(6);
  await ana.cast('Eiche');
  board.clock.turn(2_000);
  expect(await ana.ask('board:join', { slug, as: 'follower' })).toMatchObject({ ok: true });
});
