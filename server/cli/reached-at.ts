import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Addresses without a trailing slash. */
export interface ReachedAt {
  /** For the maker on this machine. */
  readonly here: string;
  /** For other devices; `null`: they cannot reach the server. */
  readonly forPhones: string | null;
}

export function reachedAt(
  { publicUrl }: { readonly publicUrl: string | null },
  port: number,
  lan: string | null,
): ReachedAt {
  const inWifi = lan === null ? null : `http://${lan}:${port}`;
  return { here: publicUrl ?? `http://localhost:${port}`, forPhones: publicUrl ?? inWifi };
}

const schema = z.object({ here: z.url(), forPhones: z.url().nullable() });
const FILE = 'reached-at.json';

/** Noted at every start, so that `reset-maker` can print a link to the server as it runs. */
export function noteReachedAt(folder: string, reached: ReachedAt): Promise<void> {
  return writeFile(join(folder, FILE), `${JSON.stringify(reached)}\n`);
}

/** Where the last start was reached; `null` if nothing was started in this folder. */
export async function lastReachedAt(folder: string): Promise<ReachedAt | null> {
  try {
    return schema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  } catch {
    return null;
  }
}
