import type { Keep } from '../../lib/keep.ts';

/** Where ideas stay that were supported before the server had told what counts; `null`: there are none. */
export interface KeptEarly {
  read(): readonly string[] | null;
  write(ids: readonly string[] | null): void;
}

/** On this device, so that "remembered" also holds over a reload. */
export function keptEarly(keep: Keep, roundId: string, run: number): KeptEarly {
  const key = `mitwerk.early.${roundId}.${run}`;
  return {
    read: () => keep.read(key)?.split(' ') ?? null,
    write: (ids) => keep.write(key, ids?.length ? ids.join(' ') : null),
  };
}
