import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { Encoder } from 'socket.io-parser';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { castJson } from '../../server/net/cast-json.ts';
import { frameText, writeText } from '../../server/net/fan-out/frame.ts';
import type { Ack } from '../../shared/ack.ts';
import type { BallotCast } from '../../shared/events.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';

test('[J3] whatever is answered is byte for byte what Socket.IO makes of it', async () => {
  for (const results of ['live', 'after-vote', 'after-close'] as const) {
    await using board = await startBoard({ drafts: ['Eiche, geölt', 'Nuß 🌰'], results });
    const line = await sayHello(board);
    const [entry = ''] = board.room().board.rounds[0]?.entries.map(({ id }) => id) ?? [];
    const { boardId, roundId, slug } = board;
    const ballot = { boardId, roundId, run: 1, rev: 1, entries: [entry] };
    const asked: [event: string, command: unknown][] = [
      ['board:join', { slug, as: 'follower' }],
      ['ballot:cast', ballot],
      ['ballot:cast', ballot],
      ['ballot:cast', { ...ballot, rev: 2, entries: [] }],
      ['ballot:cast', { ...ballot, run: 7 }],
      ['board:join', { slug, as: 'follower' }],
      ['board:join', { slug: 'nirgends', as: 'follower' }],
      ['mine:read', { boardId }],
      ['round:close', { boardId, roundId }],
      ['round:close', null],
    ];
    for (const [at, [event, command]] of asked.entries()) {
      line.send(`42${at + 1_000}${JSON.stringify([event, command])}`);
      const text = await nextAnswer(line);
      const [, json = ''] = /^43\d+(.*)$/s.exec(text) ?? [];
      const packet = { type: 3, nsp: '/', id: at + 1_000, data: JSON.parse(json) };
      expect(text).toBe(`4${new Encoder().encode(packet)[0]}`);
    }
    line.close();
  }
});

test('[J3] the answer to a ballot is the JSON of the answer, whatever it holds', () => {
  const counts = fc.option(fc.array(fc.nat(), { maxLength: 5 }));
  const tally = fc.record(
    { version: fc.nat(), ballots: fc.nat(), counts, firsts: fc.array(fc.nat(), { maxLength: 3 }) },
    { requiredKeys: ['version', 'ballots', 'counts'] },
  );
  const entries = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 });
  const ballot = fc.record({ roundId: fc.string(), run: fc.nat(), rev: fc.nat(), entries });
  const cast = fc.record({ ballot, tally }, { requiredKeys: ['ballot'] });
  const ack = fc.oneof(
    cast.map((value) => ({ ok: true, value })),
    fc.constant({ ok: false, no: { code: 'round_closed' } }),
  );
  fc.assert(
    fc.property(ack, (one) => {
      const answer = one as Ack<BallotCast>;
      expect(castJson(answer)).toBe(JSON.stringify(answer));
      expect(castJson(answer)).toBe(JSON.stringify(answer));
    }),
  );
});

test('[J3] an answer is one frame of a WebSocket, at every length and in every script', () => {
  for (const letter of ['a', 'ß', '🌰']) {
    for (const length of [0, 1, 62, 63, 125, 126, 127, 32_767, 65_535, 65_536, 70_000]) {
      const stream = new PassThrough({ highWaterMark: 1_000_000 });
      writeText(stream, letter.repeat(length));
      expect(frameText(letter.repeat(length)).equals(stream.read())).toBe(true);
    }
  }
});

test('[J3] an answer waits behind what Socket.IO could not write yet', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const line = await sayHello(board);
  const heard: string[] = [];
  line.on('message', (bytes) => heard.push(String(bytes).slice(0, 7)));
  const socket = [...board.app.io.sockets.sockets.values()].at(-1);
  if (!socket) throw new Error('nobody is here');
  // As while the packets before are on their way.
  socket.conn.transport.writable = false;
  socket.emit('gone');
  line.send('428["board:list",{}]');
  await expect.poll(() => board.app.counters.acknowledgements).toBeGreaterThan(0);
  const before = board.app.counters.acknowledgements;
  line.send('429["board:list",{}]');
  await expect.poll(() => board.app.counters.acknowledgements).toBeGreaterThan(before);
  expect(heard).toEqual([]);
  socket.conn.transport.writable = true;
  socket.emit('gone');
  await expect.poll(() => heard.length).toBe(4);
  expect(heard).toEqual(['42["gon', '438[{"o', '439[{"o', '42["gon']);
  line.close();
});

async function sayHello({ url }: TestBoard): Promise<WebSocket> {
  const line = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  await once(line, 'message');
  line.send('40');
  await once(line, 'message');
  return line;
}

async function nextAnswer(line: WebSocket): Promise<string> {
  for (;;) {
    const [bytes] = await once(line, 'message');
    const text = String(bytes);
    if (text.startsWith('43')) return text;
  }
}
