import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { StartFlags } from './cli/parse.ts';
import { type RedisAddresses, readRedisUrl } from './store/redis-address.ts';

export interface Config {
  /** 0: any free port. */
  readonly port: number;
  /** The port was asked for: if it is taken, that is an error and not a reason to look for another. */
  readonly portIsFixed: boolean;
  readonly host: string;
  /** The one folder to back up. */
  readonly folder: string;
  /** Address phones use, where the server cannot know it itself (behind a proxy); without a trailing slash. */
  readonly publicUrl: string | null;
  readonly trustProxy: boolean;
  /** Keeps everything instead of the folder. */
  readonly redis: RedisAddresses | null;
  /** What every key in Redis begins with. */
  readonly redisPrefix: string;
  readonly metrics: MetricsConfig | null;
  /** How long a server that was told to stop goes on, unready, so that whoever shares phones out hears of it. */
  readonly drainMs: number;
}

/** Where figures are to be read; at least one of port and token is set. */
export interface MetricsConfig {
  /** A port of their own; 0: any free one. `null`: only on the port of the pages. */
  readonly port: number | null;
  readonly host: string;
  /** Asked for wherever they are read; on the port of the pages they are not to be had without. */
  readonly token: string | null;
}

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  MITWERK_PORT: port.optional(),
  MITWERK_HOST: z.string().min(1).optional(),
  MITWERK_DATA: z.string().min(1).optional(),
  MITWERK_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  MITWERK_TRUST_PROXY: z.stringbool().optional(),
  MITWERK_METRICS_PORT: port.optional(),
  MITWERK_METRICS_HOST: z.string().min(1).optional(),
  // Short ones can be guessed.
  MITWERK_METRICS_TOKEN: z.string().min(16).optional(),
  MITWERK_DRAIN_SECONDS: z.coerce.number().min(0).max(300).optional(),
  // The name it has everywhere.
  REDIS_URL: z
    .string()
    .refine((text) => readRedisUrl(text) !== null)
    .optional(),
});

/** Flags win over the environment, the environment over what is usual. Throws a ZodError that names the variable. */
export function readConfig(
  flags: Partial<Pick<StartFlags, 'port' | 'host' | 'folder' | 'publicUrl' | 'trustProxy' | 'demo'>>,
  env: NodeJS.ProcessEnv = process.env,
): Config {
  // Whoever composes containers cannot leave a variable out, only empty.
  const given = environment.parse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  const port = flags.port ?? given.MITWERK_PORT;
  const usual = given.MITWERK_DATA ?? 'data';
  return {
    port: port ?? 4400,
    portIsFixed: port !== undefined,
    host: flags.host ?? given.MITWERK_HOST ?? '0.0.0.0',
    // Simulated phones must never vote on a board that is meant.
    folder: resolve(flags.folder ?? (flags.demo ? join(usual, 'demo') : usual)),
    publicUrl: flags.publicUrl ?? given.MITWERK_PUBLIC_URL ?? null,
    trustProxy: flags.trustProxy ?? given.MITWERK_TRUST_PROXY ?? false,
    redis: given.REDIS_URL ? readRedisUrl(given.REDIS_URL) : null,
    redisPrefix: flags.demo ? 'mitwerk-demo:' : 'mitwerk:',
    metrics: metricsFrom(given),
    drainMs: (given.MITWERK_DRAIN_SECONDS ?? 0) * 1_000,
  };
}

function metricsFrom(given: z.infer<typeof environment>): MetricsConfig | null {
  const { MITWERK_METRICS_PORT: own = null, MITWERK_METRICS_TOKEN: token = null } = given;
  if (own === null && token === null) return null;
  return { port: own, host: given.MITWERK_METRICS_HOST ?? '127.0.0.1', token };
}

/** What the machine speaks, as `de_DE.UTF-8`; by the rules of POSIX, an empty variable counts as none. */
export function machineLocale(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG;
}
