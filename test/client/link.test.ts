// @vitest-environment happy-dom
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Link } from '../../client/lib/link.ts';
import { accepted, rejected } from '../../shared/ack.ts';

type Reply = (ack: unknown) => void;

test('on a line that takes longer than the first patience, the second try gets its answer', async () => {
  const { link, asked } = await lineTo();
  const first = ask(link);
  const late = await asked();
  vi.advanceTimersByTime(8_000);
  expect(await first).toEqual(rejected('unavailable'));
  late(accepted([]));

  const second = ask(link);
  const reply = await asked();
  vi.advanceTimersByTime(8_400);
  reply(accepted([]));
  expect(await second).toEqual(accepted([]));

  const third = ask(link);
  const again = await asked();
  vi.advanceTimersByTime(8_400);
  again(accepted([]));
  expect(await third).toEqual(accepted([]));
});

test('several calls that wait at once grow the patience once, up to a minute', async () => {
  const { link, asked } = await lineTo();
  const calls = [ask(link), ask(link), ask(link)];
  for (const _ of calls) await asked();
  vi.advanceTimersByTime(8_000);
  await Promise.all(calls);
  for (const ms of [16_000, 32_000, 60_000, 60_000]) {
    const call = ask(link);
    let over = false;
    call.then(() => (over = true));
    await asked();
    vi.advanceTimersByTime(ms - 1);
    await Promise.resolve();
    expect(over).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await call).toEqual(rejected('unavailable'));
  }
});

test('neither a short question of its own nor a line that is cut says that the line is slow', async () => {
  const { link, asked, cut } = await lineTo();
  const short = link.call('board:list', {}, 2_500);
  await asked();
  vi.advanceTimersByTime(2_500);
  expect(await short).toEqual(rejected('unavailable'));
  const lost = ask(link);
  await asked();
  cut();
  expect(await lost).toEqual(rejected('unavailable'));
  vi.advanceTimersByTime(1_000);
  await live(link);
  const next = ask(link);
  await asked();
  vi.advanceTimersByTime(8_000);
  expect(await next).toEqual(rejected('unavailable'));
});

const ask = (link: Link) => link.call('board:list', {});

/** A real connection, on which the test answers and turns the clock. */
async function lineTo() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const http = createServer();
  // The clock of the test is the server's too: it must not miss answers to its pings.
  const io = new Server(http, { pingInterval: 1_000_000_000 });
  const calls: Reply[] = [];
  const waiting: ((reply: Reply) => void)[] = [];
  let current: Socket | undefined;
  io.on('connection', (socket) => {
    current = socket;
    socket.on('board:list', (_command: unknown, reply: Reply) => {
      const waiter = waiting.shift();
      if (waiter) waiter(reply);
      else calls.push(reply);
    });
  });
  await new Promise<void>((go) => http.listen(0, '127.0.0.1', go));
  const link = new Link({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
  onTestFinished(async () => {
    vi.useRealTimers();
    await io.close();
  });
  await live(link);
  return {
    link,
    asked: async () => calls.shift() ?? new Promise<Reply>((go) => waiting.push(go)),
    cut: () => current?.conn.close(),
  };
}

function live(link: Link): Promise<void> {
  if (link.state === 'live') return Promise.resolve();
  return new Promise((go) => {
    const stop = link.watch((happening) => {
      if (happening !== 'live') return;
      stop();
      go();
    });
  });
}
