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
}

const environment = z.object({
  MITWERK_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  MITWERK_HOST: z.string().min(1).optional(),
  MITWERK_DATA: z.string().min(1).optional(),
  MITWERK_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  MITWERK_TRUST_PROXY: z.stringbool().optional(),
  // The name it has everywhere.
  REDIS_URL: z
    .string()
    .refine((text) => text === '' || readRedisUrl(text) !== null)
    .optional(),
});

/** Flags win over the environment, the environment over what is usual. Throws a ZodError that names the variable. */
export function readConfig(
  flags: Partial<Pick<StartFlags, 'port' | 'host' | 'folder' | 'publicUrl' | 'trustProxy' | 'demo'>>,
  env: NodeJS.ProcessEnv = process.env,
): Config {
  const given = environment.parse(env);
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
  };
}

/** What the machine speaks, as `de_DE.UTF-8`; by the rules of POSIX, an empty variable counts as none. */
export function machineLocale(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG;
}
