import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { type Served, serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openElection, redeemLink } from './maker.ts';
import { RawPhone } from './raw-phone.ts';

/** How long a server is left alone before its memory is read. */
const SETTLE_MS = 3_000;

/** Milliseconds from the command to the printed link, and bytes of resident memory a moment later. */
export async function measureStarts(times: number): Promise<{ ms: number; rss: number }[]> {
  const starts: { ms: number; rss: number }[] = [];
  for (let i = 0; i < times; i += 1) {
    await using folder = await temporaryFolder();
    const began = performance.now();
    await using server = await serve({ folder: folder.path });
    const ms = performance.now() - began;
    await pause(SETTLE_MS);
    starts.push({ ms, rss: residentBytes(server) });
  }
  return starts;
}

/** Bytes of resident memory that idle phones add, all of them on one board. */
export async function measurePhones(count: number): Promise<number> {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path });
  const maker = await redeemLink(server.makerLink ?? '');
  const { slug, seq } = await openElection(maker, {
    name: 'Bench',
    voteType: 'choose-1',
    minLength: 1,
    maxLength: 1,
    maxSumPoints: null,
    scoringFn: 'borda',
    defaultScore: 0,
    projects: ['1', '2', '3'].map((id) => ({ id, name: `Draft ${id}`, votes: null, score: null })),
    ballots: [],
  });
  // The first phones load code and fill pools: that is the server's price, not theirs.
  await connect(server.origin, slug, seq, 50);
  await pause(SETTLE_MS);
  const before = residentBytes(server);
  await connect(server.origin, slug, seq, count);
  await pause(SETTLE_MS);
  return residentBytes(server) - before;
}

/** They stay until the server is ended. */
async function connect(origin: string, slug: string, seq: number, count: number): Promise<void> {
  const doors = Array.from({ length: 32 }, async (_, door) => {
    for (let i = door; i < count; i += 32) {
      const phone = await RawPhone.connect({ origin });
      await phone.join({ slug, as: 'follower', seq });
    }
  });
  await Promise.all(doors);
}

function residentBytes({ child }: Served): number {
  const kibibytes = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' });
  return Number(kibibytes) * 1_024;
}
