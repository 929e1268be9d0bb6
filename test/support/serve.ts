import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ServeOptions {
  /** The data folder; a second start on it finds what the first one kept. */
  readonly folder: string;
  /** The port of an earlier start; 0, the default, takes any free one. */
  readonly port?: number;
  readonly demo?: boolean;
  /** Where everything is kept instead of the folder. */
  readonly redis?: string;
  /** Beside what this process has. */
  readonly env?: NodeJS.ProcessEnv;
  /** The address it tells phones; the tests themselves stay on this machine. */
  readonly publicUrl?: string;
}

/** The built server in a process of its own, reachable from this machine only. */
export class Served {
  /** Like `http://127.0.0.1:40123`. */
  readonly origin: string;
  readonly port: number;
  /** The one-time link it printed; `null` once the place has an owner. */
  readonly makerLink: string | null;
  readonly child: ChildProcess;
  /** Resolves when the process has ended, with how. */
  readonly ended: Promise<string>;

  /** All that it has printed so far, its log among it. */
  readonly printed: () => string;

  constructor(
    child: ChildProcess,
    { ended, printed }: Pick<Served, 'ended' | 'printed'>,
    port: number,
    hash: string | undefined,
  ) {
    this.child = child;
    this.ended = ended;
    this.printed = printed;
    this.port = port;
    this.origin = `http://127.0.0.1:${port}`;
    this.makerLink = hash === undefined ? null : `${this.origin}/studio${hash}`;
  }

  /** As Ctrl-C does. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}

const MAIN = join(import.meta.dirname, '../../dist/server/main.js');
const HERE = /http:\/\/localhost:(\d+)\s/;
const STUDIO = /\/studio(#link=\S+)?\s/;

export async function serve({
  folder,
  port = 0,
  demo = false,
  publicUrl,
  redis = '',
  env = {},
}: ServeOptions): Promise<Served> {
  const args = [MAIN, '--host', '127.0.0.1', '--port', String(port), '--data', folder];
  if (demo) args.push('--demo');
  if (publicUrl !== undefined) args.push('--public-url', publicUrl);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, REDIS_URL: redis, ...env },
  });
  let printed = '';
  const ended = once(child, 'exit').then(
    ([code, signal]) => `the server ended with ${signal ?? `code ${code}`}\n${printed.slice(-2_000)}`,
  );
  child.stderr.on('data', (bytes) => {
    printed += bytes;
  });
  const ready = new Promise<RegExpExecArray>((resolve) => {
    child.stdout.on('data', (bytes) => {
      printed += bytes;
      const found = STUDIO.exec(printed);
      if (found) resolve(found);
    });
  });
  const found = await Promise.race([ready, ended]);
  if (typeof found === 'string') throw new Error(found);
  return new Served(child, { ended, printed: () => printed }, Number(HERE.exec(printed)?.[1]), found[1]);
}
