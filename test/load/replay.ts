import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../support/built.ts';
import { serve } from '../support/serve.ts';
import { type Maker, redeemLink } from './maker.ts';
import { startNodes } from './nodes.ts';
import { readElection } from './pabulib.ts';
import { reportOf } from './replay-report.ts';
import { isFaultless, replay, type ReplayOptions } from './replay-run.ts';

const USAGE = `npm run replay -- FILE.pb [--phones N] [--rate R] [--nodes N | --url LINK]

Casts every ballot of a Pabulib election as its own participant over real sockets, and compares the tally with the
published column: approval, choose-1, ordinal, cumulative, scoring. Without --url it starts a server.

  --phones N   phones connected at once (500)
  --rate R     ballots per second at most (as fast as they are taken)
  --nodes N    through N servers on one Redis; phones go to them in turn
  --url LINK   the maker link of a running server, http://host/studio#link=…
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      phones: { type: 'string' },
      rate: { type: 'string' },
      nodes: { type: 'string' },
      url: { type: 'string' },
    },
  });
  const [file, extra] = positionals;
  const phones = Number(values.phones ?? 500);
  const rate = Number(values.rate ?? Number.MAX_SAFE_INTEGER);
  const nodes = Number(values.nodes ?? 0);
  const isOdd = !(phones >= 1) || !(rate > 0) || !(nodes >= 0) || (nodes > 0 && values.url !== undefined);
  if (file === undefined || extra !== undefined || isOdd) {
    process.stderr.write(USAGE);
    return 2;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('Stopped.')));
  try {
    const election = readElection(await readFile(file, 'utf8'));
    const cast = (maker: Maker, origins = [maker.origin] as readonly string[]) =>
      castAndReport({ election, maker, origins, phones, rate, signal: stop.signal });
    if (values.url !== undefined) return await cast(await redeemLink(values.url));
    return await (nodes > 0 ? withOwnNodes(nodes, cast, stop) : withOwnServer(cast, stop));
  } catch (error) {
    // Waiting that was cut short says so; why, the signal knows.
    const reason = error instanceof Error && error.name === 'AbortError' ? stop.signal.reason : error;
    process.stderr.write(`\n${reason instanceof Error ? reason.message : String(reason)}\n`);
    return 1;
  }
}

async function withOwnServer(use: (maker: Maker) => Promise<number>, stop: AbortController): Promise<number> {
  buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'mitwerk-replay-'));
  try {
    await using server = await serve({ folder });
    void server.ended.then((how) => stop.abort(new Error(how)));
    if (server.makerLink === null) throw new Error('The server printed no maker link.');
    return await use(await redeemLink(server.makerLink));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withOwnNodes(
  count: number,
  use: (maker: Maker, origins: readonly string[]) => Promise<number>,
  stop: AbortController,
): Promise<number> {
  buildIfStale();
  await using nodes = await startNodes(count, 'always');
  for (const { ended } of nodes.servers) void ended.then((how) => stop.abort(new Error(how)));
  return await use(nodes.maker, nodes.origins);
}

async function castAndReport(options: ReplayOptions): Promise<number> {
  const { name, projects, ballots } = options.election;
  process.stderr.write(`${name}: ${projects.length} projects, ${ballots.length} ballots\n`);
  let shown = 0;
  const onProgress = (acknowledged: number) => {
    const now = performance.now();
    if (now - shown < 200 && acknowledged < ballots.length) return;
    shown = now;
    process.stderr.write(`\r${acknowledged} of ${ballots.length} `);
  };
  // In a file it would be one endless line.
  const isWatched = process.stderr.isTTY;
  const replayed = await replay(isWatched ? { ...options, onProgress } : options);
  if (isWatched) process.stderr.write('\r');
  process.stdout.write(`${reportOf(replayed)}\n`);
  return isFaultless(replayed) ? 0 : 1;
}
