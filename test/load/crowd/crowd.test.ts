import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { serve } from '../../support/serve.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openBoard } from '../bench/open-board.ts';
import { redeemLink } from '../maker.ts';
import { Rival } from '../rival.ts';
import { Crowd } from './crowd.ts';
import { CrowdProcess } from './crowd-process.ts';
import { FrameCount } from './frame-count.ts';
import { Durations } from './percentiles.ts';
import { Screen } from './screen.ts';

test('every vote of a crowd is acknowledged, and shown on every phone that is looked at', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path });
  const board = await openBoard(await redeemLink(server.makerLink ?? ''));
  const crowd = new Crowd();
  const came = await crowd.join('hall', {
    origins: [server.origin],
    phones: 20,
    hello: 'board',
    boards: [board],
    live: 0.5,
    watched: 0.25,
  });
  expect(came).toMatchObject({ turnedAway: 0, failed: 0 });
  // What was told while they came, not all of them heard.
  await crowd.receive('hall');
  const result = await crowd.cast('hall', { votes: 40, rate: 400 });
  expect(result).toMatchObject({ cast: 40, acknowledged: 40, refused: {}, unseen: 0 });
  expect(result.afterLast).toBeGreaterThan(0);
  expect(result.screens.p50).toBeGreaterThan(0);
  expect(result.lastScreens.most).toBeGreaterThanOrEqual(result.screens.most);
  expect(crowd.lastFrame('hall')).toContain('"ballots":20');

  const { frames, phones, lost } = await crowd.receive('hall');
  expect([phones, lost]).toEqual([20, 0]);
  expect(frames % 20).toBe(0);
  crowd.leave('hall');
});

test('phones that do not read lose nothing: it waits in the kernel until they do', async () => {
  using bare = await Rival.start('bare');
  using crowd = new CrowdProcess();
  await crowd.join('hall', { origins: [bare.origin], phones: 10, hello: 'websocket', live: 0 });
  await bare.tell({ text: '42["tally",{}]', times: 30, everyMs: 1 });
  expect(await crowd.receive('hall')).toEqual({ frames: 300, bytes: 300 * 16, lost: 0, phones: 10 });
  await bare.tell({ text: '42["tally",{}]', times: 2, everyMs: 1 });
  await crowd.drain(true);
  expect(await crowd.receive('hall')).toMatchObject({ frames: 20 });
});

test('the same phones speak with stock Socket.IO, and vote where every vote is broadcast', async () => {
  using stock = await Rival.start('stock');
  using naive = await Rival.start('naive');
  const crowd = new Crowd();
  await crowd.join('stock', { origins: [stock.origin], phones: 4, hello: 'socket.io', live: 1 });
  await stock.tell({ text: '42["tally",{"seq":1}]', times: 5, everyMs: 1 });
  expect(await crowd.receive('stock')).toMatchObject({ frames: 20 });

  const board = { boardId: 'b', slug: 's', roundId: 'r', run: 1, entries: ['oak', 'ash'] };
  await crowd.join('naive', {
    origins: [naive.origin],
    phones: 4,
    hello: 'socket.io',
    boards: [board],
    live: 1,
    watched: 1,
  });
  expect(await crowd.cast('naive', { votes: 8, rate: 1_000 })).toMatchObject({ acknowledged: 8, unseen: 0 });
  expect(await crowd.receive('naive')).toMatchObject({ frames: 32 });
  for (const name of ['stock', 'naive']) crowd.leave(name);
});

test('whoever is turned away comes back when it was told to; lines that break later are told', async () => {
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  let asked = 0;
  http.on('upgrade', (request, socket, head) => {
    asked += 1;
    if (asked <= 2) socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\n\r\n');
    else sockets.handleUpgrade(request, socket, head, () => undefined);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void http.close());
  const crowd = new Crowd();
  const origins = [`http://127.0.0.1:${(http.address() as AddressInfo).port}`];
  const came = await crowd.join('hall', { origins, phones: 3, hello: 'websocket', live: 1, within: 10 });
  expect(came).toMatchObject({ turnedAway: 2, failed: 0 });
  for (const socket of sockets.clients) socket.terminate();
  expect(await crowd.receive('hall')).toMatchObject({ lost: 3 });
});

test('frames are counted by their heads however the bytes are cut, and what is no tally is read', () => {
  const heard: string[] = [];
  const count = new FrameCount({ tally: null, text: (text) => heard.push(text), ping: () => 0 });
  const long = `42["tally",${'x'.repeat(200)}]`;
  const bytes = Buffer.concat([
    Buffer.from([0x81, 1]),
    Buffer.from('2'),
    Buffer.from([0x81, 126, 0, long.length]),
    Buffer.from(long),
    Buffer.from([0x81, 14]),
    Buffer.from('42["tally",{}]'),
  ]);
  for (const byte of bytes) count.read(Buffer.from([byte]));
  count.read(bytes);
  expect(heard).toEqual(['2', '2']);
  expect([count.frames, count.bytes]).toEqual([4, 2 * (long.length + 4 + 16)]);
});

test('a screen shows a version from the first frame on that has it or a newer one', () => {
  const screen = new Screen();
  for (const [version, at] of [
    [3, 10],
    [3, 15],
    [7, 20],
  ] as const)
    screen.see(JSON.stringify({ tally: { version } }), at);
  expect([2, 3, 4, 7, 8].map((version) => screen.showedAt(version))).toEqual([10, 10, 20, 20, Number.NaN]);
  expect(screen.perSecond(0, 30)).toBe(100);
});

test('durations tell the nearest rank to a tenth of a millisecond', () => {
  const durations = new Durations();
  for (let n = 1; n <= 100; n += 1) durations.add(n);
  const { p50, p99, most } = durations.percentiles();
  expect([p50, p99, most].map(Math.round)).toEqual([50, 99, 100]);
  expect(new Durations().percentiles().p50).toBeNaN();
});
