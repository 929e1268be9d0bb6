import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Counters } from './counters.ts';

export interface Metrics extends Disposable {
  readonly contentType: string;
  /** All figures in the text format of Prometheus. */
  text(): Promise<string>;
}

export interface Measured {
  readonly counters: Counters;
  readonly version: string;
  /** Connections that are open. */
  sockets(): number;
  isReady(): Promise<boolean>;
}

type Counted = Exclude<keyof Counters, 'onCommit' | 'committed'>;

const COUNTED: Readonly<Record<Counted, readonly [name: string, help: string]>> = {
  ballots: ['mitwerk_ballots_total', 'Ballots answered after a commit: new, repeated or superseded'],
  flushes: ['mitwerk_flushes_total', 'Batches of ballots handed to the store'],
  commits: ['mitwerk_commits_total', 'Batches of ballots that the store took'],
  ticks: ['mitwerk_ticks_total', 'Times a board told its tally'],
  encodes: ['mitwerk_encodes_total', 'Frames made for ticks'],
  frames: ['mitwerk_frames_total', 'Frames of ticks handed to phones and stages'],
  framesSkipped: ['mitwerk_frames_skipped_total', 'Frames left out because older ones waited at that phone'],
  acknowledgements: ['mitwerk_acknowledgements_total', 'Commands answered'],
  turnedAway: ['mitwerk_turned_away_total', 'Handshakes turned away because too many came at once'],
};

const NANOSECONDS = 1e9;

/**
 * What somebody asks for is read when they ask: nothing is moved on the hot path but the plain counters, and one
 * observation for each commit. Process figures bear the names that Prometheus' own client libraries give them.
 */
export function createMetrics({ counters, version, sockets, isReady }: Measured): Metrics {
  const registry = new Registry();
  const registers = [registry];
  for (const [key, [name, help]] of Object.entries(COUNTED)) {
    counted(registers, name, help, () => counters[key as Counted]);
  }
  gauge(registers, 'mitwerk_sockets', 'Connections that are open', sockets);
  gauge(registers, 'mitwerk_ready', '1 as long as /readyz says so', async () => Number(await isReady()));
  new Gauge({ name: 'mitwerk_build', help: 'Always 1', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  observeCommits(registers, counters);
  observeProcess(registers);
  const delay = observeLoop(registers);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    [Symbol.dispose]() {
      delay.disable();
      counters.onCommit = () => {};
    },
  };
}

function observeCommits(registers: Registry[], counters: Counters): void {
  const ballots = new Histogram({
    name: 'mitwerk_commit_ballots',
    help: 'Ballots in one commit',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    registers,
  });
  const seconds = new Histogram({
    name: 'mitwerk_commit_seconds',
    help: 'How long the store took for one commit',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2],
    registers,
  });
  counters.onCommit = (size, ms) => {
    ballots.observe(size);
    seconds.observe(ms / 1_000);
  };
}

function observeProcess(registers: Registry[]): void {
  counted(registers, 'process_cpu_seconds_total', 'User and system time', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  gauge(registers, 'process_resident_memory_bytes', 'Memory held', () => process.memoryUsage.rss());
  gauge(registers, 'process_start_time_seconds', 'Since 1970', () => Date.now() / 1_000 - process.uptime());
  gauge(registers, 'nodejs_heap_size_used_bytes', 'Of V8', () => process.memoryUsage().heapUsed);
}

/** Since the last time somebody asked. */
function observeLoop(registers: Registry[]): IntervalHistogram {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const quantile = new Gauge({
    name: 'nodejs_eventloop_lag_seconds',
    help: 'How late the event loop was since this was last read',
    labelNames: ['quantile'],
    registers,
    collect() {
      // Beside its own 10 ms, which it counts too; without a sample yet, `max` is 0.
      const lag = (nanoseconds: number) => Math.max(0, nanoseconds / NANOSECONDS - 0.01);
      for (const percent of [50, 90, 99]) {
        quantile.set({ quantile: String(percent / 100) }, lag(delay.percentile(percent)));
      }
      quantile.set({ quantile: '1' }, lag(delay.max));
      delay.reset();
    },
  });
  return delay;
}

function counted(registers: Registry[], name: string, help: string, read: () => number): void {
  const counter = new Counter({
    name,
    help,
    registers,
    collect() {
      counter.reset();
      counter.inc(read());
    },
  });
}

function gauge(
  registers: Registry[],
  name: string,
  help: string,
  read: () => number | Promise<number>,
): void {
  const shown = new Gauge({
    name,
    help,
    registers,
    async collect() {
      shown.set(await read());
    },
  });
}
