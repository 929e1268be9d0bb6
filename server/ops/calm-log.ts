import type { Clock } from './clock.ts';
import type { Log, LogFields } from './log.ts';

const QUIET_MS = 10_000;

/** Faults that differ in each message would be remembered for ever. */
const REMEMBERED = 100;

/**
 * The same fault is told at once, and then once in ten seconds with how often it came meanwhile. While a store is away,
 * thousands of phones a second are refused for the same reason: the line that says why would be lost among theirs.
 */
export function calmLog(log: Log, clock: Pick<Clock, 'now'>): Log {
  const told = new Map<string, { at: number; times: number }>();

  const forgetOld = (now: number) => {
    for (const [fault, { at }] of told) {
      if (told.size < REMEMBERED && now - at < QUIET_MS) break;
      told.delete(fault);
    }
  };
  return {
    ...log,
    error(fields, text) {
      const now = clock.now();
      const fault = nameOf(fields, text);
      const last = told.get(fault);
      if (last && now - last.at < QUIET_MS) {
        last.times += 1;
        return;
      }
      told.delete(fault);
      forgetOld(now);
      told.set(fault, { at: now, times: 0 });
      log.error(last && last.times > 0 ? { ...fields, unsaid: last.times } : fields, text);
    },
  };
}

function nameOf({ error }: LogFields, text: string): string {
  return `${text} ${error instanceof Error ? `${error.name} ${error.message}` : ''}`;
}
