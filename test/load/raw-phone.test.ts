import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, onTestFinished, test } from 'vitest';
import type { TallyFrame } from '../../shared/board-view.ts';
import type { CastBallot } from '../../shared/commands.ts';
import type { ClientToServer, Joined, ServerToClient } from '../../shared/events.ts';
import { RawPhone } from './raw-phone.ts';
import { FrameReader } from './websocket-frame.ts';

const ballot: CastBallot = { boardId: 'b', roundId: 'r', run: 1, rev: 1, entries: ['oak'] };
const joined: Joined = {
  view: null,
  frame: { seq: 1, present: 1 },
  ballots: [],
  now: 0,
  shuffle: 0,
  device: 'new',
};

async function startServer(pingInterval = 25_000) {
  const http = createServer();
  const io = new Server<ClientToServer, ServerToClient>(http, { transports: ['websocket'], pingInterval });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => io.close());
  return { io, origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

test('a phone joins with the identity it was given before, and is answered by id', async () => {
  const { io, origin } = await startServer();
  const seen: unknown[] = [];
  io.on('connection', (socket) => {
    seen.push(socket.handshake.auth, socket.handshake.headers.origin, socket.handshake.headers.cookie);
    socket.on('board:join', (_, ack) => setImmediate(() => ack({ ok: true, value: joined })));
    socket.on('ballot:cast', (_, ack) => ack({ ok: false, no: { code: 'round_closed' } }));
  });
  const first = await RawPhone.connect({ origin });
  const [value, refused] = await Promise.all([
    first.join({ slug: 'tisch', as: 'follower', seq: 1 }),
    first.cast(ballot),
  ]);
  expect(value).toEqual(joined);
  expect(refused).toEqual({ ok: false, no: { code: 'round_closed' } });
  const second = await RawPhone.connect({ origin, device: first.device, cookie: 'mw_m=x' });
  expect(seen).toEqual([{}, origin, undefined, { device: 'new' }, origin, 'mw_m=x']);
  first.close();
  second.close();
});

test('frames of every length arrive whole, however the bytes are cut', async () => {
  const { io, origin } = await startServer();
  const lengths = [1, 60, 5_000, 70_000];
  io.on('connection', (socket) => {
    socket.on('board:join', (_, ack) => {
      for (const length of lengths) socket.emit('tally', { seq: 1, present: 1, roundId: 'x'.repeat(length) });
      ack({ ok: true, value: joined });
    });
  });
  const frames: TallyFrame[] = [];
  const phone = await RawPhone.connect({ origin, onTally: (frame) => frames.push(frame) });
  await phone.join({ slug: 'x'.repeat(300), as: 'follower' });
  expect(frames.map((frame) => frame.roundId?.length)).toEqual(lengths);
  phone.close();

  const texts: string[] = [];
  const reader = new FrameReader({ text: (text) => texts.push(text), ping: () => 0, close: () => 0 });
  const long = Buffer.concat([Buffer.from([0x81, 126, 0x01, 0x00]), Buffer.alloc(256, 'y')]);
  for (const byte of Buffer.concat([Buffer.from([0x81, 2, 111, 107]), long]))
    reader.read(Buffer.from([byte]));
  expect(texts).toEqual(['ok', 'y'.repeat(256)]);
});

test('a phone answers pings and so stays', async () => {
  const { io, origin } = await startServer(20);
  let pongs = 0;
  const third = new Promise<void>((resolve) => {
    io.engine.on('connection', (socket: { on(event: 'heartbeat', heard: () => void): void }) => {
      socket.on('heartbeat', () => {
        pongs += 1;
        if (pongs === 3) resolve();
      });
    });
  });
  const phone = await RawPhone.connect({ origin });
  await third;
  phone.close();
});

test('a question without an answer is rejected when the line breaks', async () => {
  const { io, origin } = await startServer();
  io.on('connection', (socket) => socket.on('ballot:cast', () => socket.conn.close()));
  const phone = await RawPhone.connect({ origin });
  await expect(phone.cast(ballot)).rejects.toThrow('The line is lost');
  await expect(phone.cast(ballot)).rejects.toThrow('closed');
});

test('where nobody listens, connecting is rejected', async () => {
  const { io, origin } = await startServer();
  await io.close();
  await expect(RawPhone.connect({ origin })).rejects.toThrow('ECONNREFUSED');
});

test('a server that refuses the handshake says why', async () => {
  const { io, origin } = await startServer();
  io.use((_, next) => next(new Error('full')));
  await expect(RawPhone.connect({ origin })).rejects.toThrow('full');
  io.engine.opts.allowRequest = (_, done) => done('no', false);
  await expect(RawPhone.connect({ origin })).rejects.toThrow('HTTP/1.1 400');
});
