import { cpuOfAll } from '../cpu-time.ts';
import type { Trouble } from './row.ts';

export interface BenchOptions {
  /** Repetitions of each measurement. */
  readonly times: number;
  /** Whether a repetition that others disturbed is done again. */
  readonly isStrict: boolean;
  /** How it goes on: a sign for each repetition. */
  readonly say: (sign: string) => void;
}

interface Repetitions<T> extends Trouble {
  readonly values: readonly T[];
}

/** Cores of others that a repetition bears. */
const BEARABLE = 0.1;
/** A failed or disturbed repetition is done again; of all together so many more. */
const MORE = 3;

/**
 * Measures so many times. Where others used the machine meanwhile, or something failed, that is done again, but not for ever:
 * then the least disturbed count, and the table says how much they were and how often it failed. Fewer than `times` are a failure.
 */
export async function repeat<T>(
  { times, isStrict, say }: BenchOptions,
  once: (repetition: number) => Promise<T>,
): Promise<Repetitions<T>> {
  const done: { value: T; foreign: number }[] = [];
  const failures: unknown[] = [];
  const isEnough = () => done.filter(({ foreign }) => !isStrict || foreign <= BEARABLE).length >= times;
  for (let n = 0; n < times + MORE && !isEnough(); n += 1) {
    const [began, before] = [performance.now(), cpuOfAll()];
    try {
      const value = await once(n);
      const seconds = (performance.now() - began) / 1_000;
      const foreign = ((cpuOfAll()?.foreign ?? 0) - (before?.foreign ?? 0)) / seconds;
      done.push({ value, foreign });
      say(foreign > BEARABLE ? '!' : '.');
    } catch (error) {
      failures.push(error);
      say(`x (${error instanceof Error ? error.message : String(error)})`);
      // As many as are wanted cannot succeed any more.
      if (failures.length > MORE) break;
    }
  }
  if (done.length < times) {
    const [cause] = failures;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${done.length} of ${times} repetitions succeeded: ${why}`, { cause });
  }
  const counting = done.toSorted((a, b) => a.foreign - b.foreign).slice(0, times);
  return {
    values: counting.map(({ value }) => value),
    foreign: Math.max(...counting.map(({ foreign }) => foreign)),
    failed: failures.length,
  };
}
