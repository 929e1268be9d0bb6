import { expect, test } from 'vitest';
import { backlogOf } from '../../server/net/slow-readers.ts';
import { deafen } from '../support/deafen.ts';
import { Hall, type Listener } from '../support/hall.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** Tells the hall the count, or only that it has moved. */
function tell(hall: Hall, count: number, isWhole = true, board = 'b'): void {
  const whom = { rooms: new Set([`${board}:x`]), except: NOBODY };
  const event = [isWhole ? 'count' : 'move', count];
  hall.fanOut?.tellNewest(board, [{ whom, event, isWhole, whole: () => ['whole', count] }]);
}

function heardBy({ heard }: Listener): string[] {
  return heard.filter(([name]) => name !== 'noise').map(String);
}

test('[F2] who does not read is left out of ticks, and is told the newest whole when they read again', async () => {
  await using hall = await new Hall().open();
  const [ana, deaf] = [await hall.enter(['b:x']), await hall.enter(['b:x'])];
  const listen = await deafen(deaf.client, hall.io);
  const before = backlogOf(deaf.socket as never);
  for (let count = 1; count <= 50; count += 1) tell(hall, count);
  expect(hall.counters).toMatchObject({ frames: 50, framesSkipped: 50, encodes: 50 });
  expect(backlogOf(deaf.socket as never)).toMatchObject({ packets: before.packets, bytes: before.bytes });
  listen();
  await expect.poll(() => heardBy(deaf)).toEqual(['whole,50']);
  expect(hall.counters).toMatchObject({ frames: 51, encodes: 51 });
  tell(hall, 51, false);
  await hall.delivered();
  expect(heardBy(deaf)).toEqual(['whole,50', 'move,51']);
  expect(heardBy(ana)).toHaveLength(51);
});

test('[F3] what is structure waits for who does not read, and comes before what is told when they do', async () => {
  await using hall = await new Hall().open();
  const deaf = await hall.enter(['b:x']);
  const listen = await deafen(deaf.client, hall.io);
  tell(hall, 1);
  hall.io.to('b:x').emit('delta', 2);
  tell(hall, 3, false);
  hall.io.to('b:x').emit('delta', 4);
  listen();
  await expect.poll(() => heardBy(deaf)).toEqual(['delta,2', 'delta,4', 'whole,3']);
});

test('[F2] a poll that has not come yet is waited for with one frame, not with all', async () => {
  await using hall = await new Hall().open();
  const ana = await hall.enter(['b:x'], { transports: ['polling'] });
  await hall.delivered();
  for (let count = 1; count <= 50; count += 1) tell(hall, count);
  await expect.poll(() => heardBy(ana).at(-1)).toBe('whole,50');
  expect(heardBy(ana).length).toBeLessThanOrEqual(3);
});

test('[F2] who has missed something is not told what builds on it, even where nothing waits any more', async () => {
  await using hall = await new Hall().open();
  const ana = await hall.enter(['b:x'], { transports: ['polling'] });
  await hall.delivered();
  for (const count of [1, 2, 3, 4]) tell(hall, count, false);
  await new Promise<void>((resolve) => ana.socket.conn.once('drain', resolve));
  tell(hall, 5, false);
  await expect.poll(() => heardBy(ana).at(-1)).toBe('whole,5');
  expect(heardBy(ana)).not.toContain('move,5');
  expect(hall.counters.framesSkipped).toBeGreaterThanOrEqual(2);
});

test('[F2] [F5] many who read again together are told in slices, each before what comes next', async () => {
  await using hall = await new Hall().open();
  const phones = await Promise.all(Array.from({ length: 450 }, () => hall.enter(['b:x'])));
  for (const { socket } of phones) {
    socket.conn.transport.writable = false;
    socket.emit('noise');
  }
  tell(hall, 1);
  await new Promise(setImmediate);
  expect(hall.counters).toMatchObject({ frames: 0, framesSkipped: 450 });
  for (const { socket } of phones) {
    socket.conn.transport.writable = true;
    socket.conn.transport.emit('ready');
  }
  await new Promise(setImmediate);
  expect(hall.counters).toMatchObject({ frames: 400, encodes: 1 });
  tell(hall, 2, false);
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(hall.counters).toMatchObject({ frames: 900, framesSkipped: 450, encodes: 2 });
  await hall.delivered();
  expect(new Set(phones.map((phone) => heardBy(phone).join(' ')))).toEqual(new Set(['whole,1 move,2']));
});

test('[F2] who has left meanwhile, or hung up, is told nothing more', async () => {
  await using hall = await new Hall().open();
  const [ana, ben] = [await hall.enter(['b:x']), await hall.enter(['b:x'])];
  const listening = [await deafen(ana.client, hall.io), await deafen(ben.client, hall.io)];
  tell(hall, 1);
  ana.socket.leave('b:x');
  ben.socket.disconnect(true);
  for (const listen of listening) listen();
  await new Promise<void>((resolve) => ben.client.once('disconnect', () => resolve()));
  await hall.delivered();
  await hall.delivered();
  expect([heardBy(ana), heardBy(ben)]).toEqual([[], []]);
});

test('[F2] who looks at another board meanwhile is told the newest of that one', async () => {
  await using hall = await new Hall().open();
  const ana = await hall.enter(['b:x']);
  const listen = await deafen(ana.client, hall.io);
  tell(hall, 1);
  ana.socket.leave('b:x');
  ana.socket.join('c:x');
  tell(hall, 2, true, 'c');
  tell(hall, 3);
  listen();
  await expect.poll(() => heardBy(ana)).toEqual(['whole,2']);
});
