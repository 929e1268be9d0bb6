import { describe, expect, test } from 'vitest';
import { Hall, type Listener } from '../support/hall.ts';

const polling = { transports: ['polling'] };
const TEXTS = ['', 'Nuß', 'x'.repeat(105), 'x'.repeat(106), '🪵'.repeat(90), 'ü'.repeat(40_000)];

describe.each(['fan-out', 'stock'] as const)('[F4] over %s', (kind) => {
  test('everybody in a room hears it once, and nobody else', async () => {
    await using hall = await new Hall(kind).open();
    const [ana, ben] = [await hall.enter(['b:x']), await hall.enter(['b:x', 'b:y'], polling)];
    const [cem, dora] = [await hall.enter(['b:y']), await hall.enter(['c:x'])];
    hall.io.to('b:x').emit('one', { n: 1 });
    hall.io.to(['b:x', 'b:y']).emit('two', 2, null);
    hall.io.to(['b:x', 'b:y']).except('b:y').emit('three');
    hall.io.to('b:x').except(ana.socket.id).emit('four');
    hall.io.to(cem.socket.id).emit('five');
    ben.socket.to('b:y').emit('six');
    hall.io.to('b:nowhere').emit('never');
    await hall.delivered();
    expect(ana.heard).toEqual([['one', { n: 1 }], ['two', 2, null], ['three']]);
    expect(ben.heard).toEqual([['one', { n: 1 }], ['two', 2, null], ['four']]);
    expect(cem.heard).toEqual([['two', 2, null], ['five'], ['six']]);
    expect(dora.heard).toEqual([]);
  });

  test.each(['websocket', 'polling'])('texts of any length arrive as they are over %s', async (transport) => {
    await using hall = await new Hall(kind).open();
    const ana = await hall.enter(['b:x'], { transports: [transport] });
    for (const text of TEXTS) hall.io.to('b:x').emit('text', text);
    await hall.delivered();
    expect(ana.heard.map(([, text]) => text)).toEqual(TEXTS);
  });

  test.each(['websocket', 'polling'])(
    'what is told to a room and to one keeps its order over %s',
    async (transport) => {
      await using hall = await new Hall(kind).open();
      const ana = await hall.enter(['b:x'], { transports: [transport] });
      for (let n = 0; n < 60; n += 3) {
        hall.io.to('b:x').emit('n', n);
        ana.socket.emit('n', n + 1);
        if (n % 6 === 0) await new Promise(setImmediate);
        hall.io.to(['b:x', 'b:y']).emit('n', n + 2);
      }
      await hall.delivered();
      expect(ana.heard.map(([, n]) => n)).toEqual(Array.from({ length: 60 }, (_, n) => n));
    },
  );

  test('what is unusual is told as well: to all, volatile, compressed, in binary, heard by who listens on the server', async () => {
    await using hall = await new Hall(kind).open();
    const ana = await hall.enter(['b:x']);
    const overheard: unknown[][] = [];
    ana.socket.onAnyOutgoing((...event) => overheard.push(event));
    hall.io.emit('all');
    await hall.delivered();
    hall.io.to('b:x').volatile.emit('volatile');
    hall.io.to('b:x').compress(true).emit('compressed', 'x'.repeat(2_000));
    hall.io.to('b:x').emit('binary', Buffer.from([1, 2, 3]));
    hall.io.to('b:x').emit('last');
    await hall.delivered();
    const names = ['all', 'volatile', 'compressed', 'binary', 'last'];
    expect(ana.heard.map(([name]) => name)).toEqual(names);
    expect(ana.heard[3]?.[1]).toEqual(Buffer.from([1, 2, 3]));
    expect(overheard.map(([name]) => name)).toEqual(names);
  });

  test('a line that agreed on compression is still told everything in order', async () => {
    await using hall = await new Hall(kind, true).open();
    const ana = await hall.enter(['b:x']);
    for (let n = 0; n < 20; n += 1) {
      ana.socket.emit('n', 2 * n, 'x'.repeat(3_000));
      hall.io.to('b:x').emit('n', 2 * n + 1);
    }
    await hall.delivered();
    expect(ana.heard.map(([, n]) => n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });

  test('whoever left or hung up hears nothing more, and nobody else misses anything', async () => {
    await using hall = await new Hall(kind).open();
    const [ana, ben, cem] = [await hall.enter(['b:x']), await hall.enter(['b:x']), await hall.enter(['b:x'])];
    hall.io.to('b:x').emit('one');
    ana.socket.leave('b:x');
    const hungUp = new Promise((resolve) => ben.client.once('disconnect', resolve));
    ben.socket.conn.close();
    hall.io.to('b:x').emit('two');
    await hungUp;
    await hall.delivered();
    expect(ana.heard).toEqual([['one']]);
    expect(ben.heard.filter(([name]) => name === 'two')).toEqual([]);
    expect(cem.heard).toEqual([['one'], ['two']]);
  });

  test('a line that changes from polling to a WebSocket is told everything in order', async () => {
    await using hall = await new Hall(kind).open();
    const ana = await hall.enter(['b:x'], { transports: ['polling', 'websocket'] });
    const upgraded = new Promise((resolve) => ana.socket.conn.once('upgrade', resolve));
    let n = 0;
    for (let isOver = false; !isOver; n += 1) {
      hall.io.to('b:x').emit('n', n);
      isOver = (await Promise.race([upgraded, new Promise((next) => setImmediate(next, null))])) !== null;
    }
    hall.io.to('b:x').emit('n', n);
    await hall.delivered();
    expect(ana.heard.map(([, heard]) => heard)).toEqual(Array.from({ length: n + 1 }, (_, i) => i));
    expect(await packetsMade(hall, ana)).toBe(kind === 'fan-out' ? 0 : 1);
  });
});

test.each([
  { way: 'a plain WebSocket', compresses: false, how: {}, packets: 0 },
  { way: 'a WebSocket that compresses', compresses: true, how: {}, packets: 1 },
  { way: 'polling', compresses: false, how: polling, packets: 1 },
])('[F4] $way is told with $packets packets of Engine.IO', async ({ compresses, how, packets }) => {
  await using hall = await new Hall('fan-out', compresses).open();
  const ana = await hall.enter(['b:x'], how);
  await hall.delivered();
  expect(await packetsMade(hall, ana)).toBe(packets);
  expect(ana.heard).toEqual([['one more']]);
});

/** By Engine.IO, when its room is told something. */
async function packetsMade(hall: Hall, { socket }: Listener): Promise<number> {
  let made = 0;
  const count = () => {
    made += 1;
  };
  socket.conn.on('packetCreate', count);
  hall.io.to('b:x').emit('one more');
  socket.conn.off('packetCreate', count);
  await hall.delivered();
  return made;
}
