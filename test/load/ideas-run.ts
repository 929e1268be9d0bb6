import { get } from 'node:http';
import type { Browser } from 'playwright-core';
import type { TallyFrame } from '../../shared/board-view.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { median } from './median.ts';
import { seeded } from './chance.ts';
import { cpuOfAll, cpuSeconds } from './cpu-time.ts';
import { type Doing, IdeasPage, type SortName } from './ideas-page.ts';
import { type IdeasBoard, storeIdeas } from './made-up-ideas.ts';
import type { Costs } from './page-cost.ts';
import { RawPhone } from './raw-phone.ts';
import { percentile } from './replay-report.ts';
import { Supporters } from './supporters.ts';

export interface IdeasOptions {
  readonly ideas: number;
  readonly phones: number;
  /** Milliseconds between two taps of a phone, on average. */
  readonly everyMs: number;
  /** Of each thing that is done with the page. */
  readonly seconds: number;
  /** How much slower the page's processor is made: 1 is this machine. */
  readonly slowdown: number;
}

export interface IdeasRun {
  readonly page: PageRun;
  readonly wire: Wire;
  readonly taps: number;
  readonly refused: readonly string[];
  readonly tapsPerSecond: number;
  /** Milliseconds from a tap to its acknowledgement. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of the server's CPU per tap, telling everybody included; `null`: cannot be read here. */
  readonly cpuPerTap: number | null;
  /** Bytes of the page as it is sent, and of the answer to a phone that joins without knowing the board. */
  readonly pageBytes: number;
  readonly joinBytes: number;
  /** Cores of this machine that others used meanwhile. */
  readonly foreign: number | null;
}

export interface PageRun {
  readonly slowdown: number;
  /** Milliseconds until the first idea could be supported. */
  readonly readyAfter: number;
  readonly steps: readonly { readonly sort: SortName; readonly doing: Doing; readonly costs: Costs }[];
}

/** What one phone gets on ticks, in bytes of the frames' text. */
export interface Wire {
  readonly ticksPerSecond: number;
  readonly medianBytes: number;
  readonly worstBytes: number;
  readonly bytesPerSecond: number;
}

/** A board full of ideas, many phones that support them at random, and one real page that looks on. */
export async function runIdeas(options: IdeasOptions): Promise<IdeasRun> {
  const executable = findBrowser();
  if (executable === null) throw new Error('No Chromium found: put one on the PATH or set CHROMIUM_PATH.');
  await using folder = await temporaryFolder();
  const board = await storeIdeas(folder.path, options.ideas, seeded(1));
  await using server = await serve({ folder: folder.path });
  const address = `${server.origin}/b/${board.slug}`;
  await using supporters = await Supporters.join(server.origin, board, options.phones, seeded(2));
  await using browser = await launchBrowser(executable);
  const pageBytes = await bytesOf(address);
  const joinBytes = await joinedBytes(server.origin, board);

  const heard: number[] = [];
  const watching = await watch(server.origin, board, (bytes) => heard.push(bytes));
  const [began, serverBefore, allBefore] = [performance.now(), cpuSeconds(server.child.pid ?? 0), cpuOfAll()];
  supporters.begin(options.everyMs);
  const page = await pageRun(browser, address, options);
  const seconds = (performance.now() - began) / 1_000;
  const [serverAfter, allAfter] = [cpuSeconds(server.child.pid ?? 0), cpuOfAll()];
  await supporters.end();
  watching.cut();

  const { taps, refusals } = supporters;
  const latencies = Float64Array.from(taps, ({ took }) => took).sort();
  return {
    page,
    wire: wireOf(heard, seconds),
    taps: taps.length,
    refused: refusals,
    tapsPerSecond: taps.length / seconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpuPerTap:
      serverBefore === null || serverAfter === null
        ? null
        : ((serverAfter - serverBefore) * 1_000) / taps.length,
    pageBytes,
    joinBytes,
    foreign: allBefore && allAfter ? (allAfter.foreign - allBefore.foreign) / seconds : null,
  };
}

async function pageRun(
  browser: Browser,
  address: string,
  { slowdown, seconds }: IdeasOptions,
): Promise<PageRun> {
  await using page = await IdeasPage.open(browser, address, slowdown);
  return { slowdown, readyAfter: page.readyAfter, steps: await stepsOf(page, seconds) };
}

async function stepsOf(page: IdeasPage, seconds: number): Promise<PageRun['steps']> {
  const steps: PageRun['steps'][number][] = [];
  for (const sort of ['chance', 'top'] as const) {
    await page.sortBy(sort);
    for (const doing of ['rests', 'taps', 'scrolls'] as const) {
      steps.push({ sort, doing, costs: await page.costs(doing, seconds) });
    }
  }
  return steps;
}

async function watch(origin: string, board: IdeasBoard, onBytes: (bytes: number) => void): Promise<RawPhone> {
  const onTally = (frame: TallyFrame) => onBytes(Buffer.byteLength(`42${JSON.stringify(['tally', frame])}`));
  const phone = await RawPhone.connect({ origin, onTally });
  await phone.join({ slug: board.slug, as: 'follower', seq: board.seq });
  return phone;
}

function wireOf(heard: readonly number[], seconds: number): Wire {
  return {
    ticksPerSecond: heard.length / seconds,
    medianBytes: median(heard),
    worstBytes: Math.max(0, ...heard),
    bytesPerSecond: heard.reduce((sum, bytes) => sum + bytes, 0) / seconds,
  };
}

async function joinedBytes(origin: string, { slug }: IdeasBoard): Promise<number> {
  const phone = await RawPhone.connect({ origin });
  const joined = await phone.join({ slug, as: 'follower' });
  phone.cut();
  return Buffer.byteLength(JSON.stringify(joined));
}

/** As a browser asks for it, and as it arrives: compressed. */
function bytesOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
