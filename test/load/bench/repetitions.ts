import { cpuOfAll } from '../cpu-time.ts';

export interface BenchOptions {
  /** Repetitions of each measurement. */
  readonly times: number;
  /** Whether a repetition that others disturbed is done again. */
  readonly isStrict: boolean;
}

export interface Repetitions<T> {
  readonly values: readonly T[];
  /** Cores that others used: the most of those that count. */
  readonly foreign: number;
}

/** Cores of others that a repetition bears. */
const BEARABLE = 0.1;
/** A failed or disturbed repetition is done again; of all together so many more. */
const MORE = 3;

/**
 * Measures so many times. Where others used the machine meanwhile, or something failed, that is done again, but not for ever:
 * then the least disturbed count, and the table says how much they were.
 */
export async function repeat<T>(
  { times, isStrict }: BenchOptions,
  once: (repetition: number) => Promise<T>,
): Promise<Repetitions<T>> {
  const done: { value: T; foreign: number }[] = [];
  let failure: unknown = null;
  const isEnough = () => done.filter(({ foreign }) => !isStrict || foreign <= BEARABLE).length >= times;
  for (let n = 0; n < times + MORE && !isEnough(); n += 1) {
    const [began, before] = [performance.now(), cpuOfAll()];
    try {
      const value = await once(n);
      const seconds = (performance.now() - began) / 1_000;
      const foreign = ((cpuOfAll()?.foreign ?? 0) - (before?.foreign ?? 0)) / seconds;
      done.push({ value, foreign });
      process.stderr.write(foreign > BEARABLE ? '!' : '.');
    } catch (error) {
      failure = error;
      process.stderr.write(`x (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  if (done.length === 0) throw failure ?? new Error('nothing was measured');
  const counting = done.toSorted((a, b) => a.foreign - b.foreign).slice(0, times);
  return {
    values: counting.map(({ value }) => value),
    foreign: Math.max(...counting.map(({ foreign }) => foreign)),
  };
}
