import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type TestBoard, startBoard } from '../support/start-board.ts';

const NO_HANDSHAKES = [
  '',
  '?EIO=3&transport=websocket',
  '?EIO=3&transport=polling',
  '?EIO=4&transport=websocket',
  '?EIO=4&transport=polling&sid=constructor',
  '?EIO=4&transport=__proto__',
  '?EIO[]=4&transport[]=polling&sid[]=a',
];

test('a plain request where sockets are expected is refused once, and the server goes on', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  for (const query of NO_HANDSHAKES) {
    const { status } = await fetch(`${board.url}/socket.io/${query}`);
    expect([query, status]).toEqual([query, expect.toSatisfy((code: number) => code >= 400 && code < 500)]);
  }
  const ana = await board.phone();
  await ana.cast('Eiche');
});

test('one connection is one caller, however often it says hello', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const line = await shakeHands(board);
  const heard: string[] = [];
  line.on('message', (bytes) => heard.push(String(bytes)));
  for (let i = 0; i < 50; i += 1) line.send('40');
  await once(line, 'close');
  expect(heard.filter((packet) => packet.startsWith('40')).length).toBeLessThan(2);
});

test('a connection that said goodbye cannot say hello again', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const line = await shakeHands(board);
  line.send('40');
  await once(line, 'message');
  line.send('41');
  // Its answer tells that the goodbye was read.
  line.send('40/nowhere,');
  await once(line, 'message');
  line.send('40');
  await once(line, 'close');
  expect(board.app.io.sockets.sockets.size).toBe(1);
});

test('who sends packets by the thousand is cut off, whether heard or not', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  for (const packet of ['420["ballot:cast",{}]', '42["no such event"]', '40/nowhere,']) {
    const line = await shakeHands(board);
    line.send('40');
    await once(line, 'message');
    for (let i = 0; i < 2_000; i += 1) line.send(packet);
    const [code] = await once(line, 'close');
    expect([packet, code]).toEqual([packet, 1006]);
  }
  const ana = await board.phone();
  await ana.cast('Eiche');
});

test.each(['ping', 'pong'] as const)('who sends a %s by the thousand is cut off as well', async (frame) => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const line = await shakeHands(board);
  for (let i = 0; i < 2_000; i += 1) line[frame]();
  const [code] = await once(line, 'close');
  expect(code).toBe(1006);
});

/** A line that has not yet said who it is. */
async function shakeHands(board: TestBoard): Promise<WebSocket> {
  const line = new WebSocket(`${board.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  await once(line, 'message');
  return line;
}
