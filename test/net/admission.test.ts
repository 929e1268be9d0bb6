import { once } from 'node:events';
import { IncomingMessage, request } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { Admission } from '../../server/net/admission.ts';
import { Counters } from '../../server/ops/counters.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { startBoard } from '../support/start-board.ts';

/** A gate whose event loop is as quick as the test says. */
function startGate() {
  const [clock, counters, loop] = [new ManualClock(), new Counters(), { turn: 5 }];
  const gate = new Admission({ clock, counters, turn: () => loop.turn });
  const knock = () => {
    const handshake = new IncomingMessage(new Socket());
    return gate.admit(handshake) ? handshake : null;
  };
  const knockTimes = (times: number) => Array.from({ length: times }, knock).filter((one) => one !== null);
  return { gate, clock, counters, loop, knockTimes };
}

test('[J2] a thousand may be on their way at once, and each that is in makes room for another', () => {
  const { gate, counters, knockTimes } = startGate();
  const coming = knockTimes(1_010);
  expect(coming).toHaveLength(1_000);
  expect(counters.turnedAway).toBe(10);
  for (const handshake of coming.slice(0, 7)) gate.through(handshake);
  expect(knockTimes(10)).toHaveLength(7);
});

test('[J2] while the event loop is slow fewer are let in, and more again when it is quick', () => {
  const { loop, knockTimes } = startGate();
  loop.turn = 400;
  expect(knockTimes(300)).toHaveLength(250);
  loop.turn = 40;
  expect(knockTimes(1_000)).toHaveLength(750);
});

test('[J2] who waits for a phone that says nothing is in the way for a second only', () => {
  const { clock, knockTimes } = startGate();
  knockTimes(600);
  clock.turn(600);
  expect(knockTimes(600)).toHaveLength(400);
  clock.turn(399);
  expect(knockTimes(1)).toHaveLength(0);
  clock.turn(1);
  expect(knockTimes(700)).toHaveLength(600);
});

test('[J2] a clock that is set back keeps nobody out', () => {
  const { clock, knockTimes } = startGate();
  knockTimes(1_000);
  clock.jump(-600_000);
  expect(knockTimes(1_010)).toHaveLength(1_000);
  clock.turn(1_000);
  expect(knockTimes(1_010)).toHaveLength(1_000);
});

test('[J2] a storm of handshakes is turned away with 503, who is in votes on, and later all get in', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  const statuses = await Promise.all(Array.from({ length: 1_100 }, () => knockAt(board.url)));
  const away = statuses.filter((status) => status !== '101');
  expect(new Set(away)).toEqual(new Set(['503, come again in 2 s']));
  expect(away.length).toBeGreaterThanOrEqual(100);
  expect(board.app.counters.turnedAway).toBe(away.length);
  await ana.cast('Eiche');
  board.clock.turn(1_000);
  const ben = await board.phone();
  await ben.cast('Nuss');
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1, Nuss: 1 });
});

/** Asks for a WebSocket, and says nothing more. */
async function knockAt(url: string): Promise<string> {
  const asked = request(`${url}/socket.io/?EIO=4&transport=websocket`, {
    agent: false,
    headers: {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Key': 'bWl0d2Vya21pdHdlcmttaQ==',
      'Sec-WebSocket-Version': '13',
    },
  });
  asked.end();
  const [answer] = await Promise.race([once(asked, 'upgrade'), once(asked, 'response')]);
  const { statusCode, headers } = answer as IncomingMessage;
  const again = headers['retry-after'];
  return again === undefined ? String(statusCode) : `${statusCode}, come again in ${again} s`;
}
