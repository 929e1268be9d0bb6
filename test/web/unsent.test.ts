import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { Unsent } from '../../server/web/unsent.ts';

/** More than the system takes in without anybody reading. */
const LARGE = 20_000_000;

/** Whoever asks for this hangs up before it is made. */
const HURRIED = '/hurried';

/** Hands out large pages to who asks for `/NAME`, as long as not too many of theirs lie there. */
async function handingOut(most: { together: number; ofOne: number }) {
  const unsent = new Unsent(most);
  const answered: [source: string, isAdmitted: boolean][] = [];
  const server = createServer(async (request, response) => {
    const source = request.url ?? '';
    if (source === HURRIED) await once(request.socket, 'close');
    const isAdmitted = unsent.admit(request, response, source, LARGE);
    answered.push([source, isAdmitted]);
    response.end(isAdmitted ? Buffer.alloc(LARGE) : undefined);
    server.emit('answered');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async ask(source: string, times = 1) {
      const line = connect(port, '127.0.0.1').pause();
      line.on('error', () => {});
      const before = answered.length;
      line.write(`GET ${source} HTTP/1.1\r\nHost: here\r\n\r\n`.repeat(times));
      while (answered.length < before + 1) await once(server, 'answered');
      return { line, isAdmitted: answered.at(-1)?.[1] };
    },
    async hangUp() {
      const made = once(server, 'answered');
      connect(port, '127.0.0.1').end(`GET ${HURRIED} HTTP/1.1\r\nHost: here\r\n\r\n`);
      await made;
    },
    fetch: (source: string) => fetch(`http://127.0.0.1:${port}${source}`).then((got) => got.arrayBuffer()),
    answered,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

test('pages that nobody reads are counted for each address and for all, until their line breaks', async () => {
  await using pages = await handingOut({ together: 3 * LARGE, ofOne: 2 * LARGE });
  const first = await pages.ask('/a');
  await pages.ask('/a');
  expect((await pages.ask('/a')).isAdmitted).toBe(false);
  expect((await pages.ask('/b')).isAdmitted).toBe(true);
  expect((await pages.ask('/c')).isAdmitted).toBe(false);
  first.line.destroy();
  while (!(await pages.ask('/a')).isAdmitted);
});

test('pages that are read are not', async () => {
  await using pages = await handingOut({ together: LARGE, ofOne: LARGE });
  for (let times = 0; times < 5; times++) expect((await pages.fetch('/a')).byteLength).toBe(LARGE);
});

test('nor are those of whoever has hung up before they were made', async () => {
  await using pages = await handingOut({ together: LARGE, ofOne: LARGE });
  for (let times = 0; times < 3; times++) await pages.hangUp();
  expect((await pages.fetch('/a')).byteLength).toBe(LARGE);
});

test('of many pages asked for at once on one line, none is counted any more when it breaks', async () => {
  await using pages = await handingOut({ together: 3 * LARGE, ofOne: 3 * LARGE });
  const { line } = await pages.ask('/a', 3);
  line.destroy();
  let admitted = 0;
  while (admitted < 3) {
    const { isAdmitted, line: next } = await pages.ask('/a');
    if (isAdmitted) admitted += 1;
    else next.destroy();
  }
});
