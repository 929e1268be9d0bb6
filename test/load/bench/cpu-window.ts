import { cpuSeconds } from '../cpu-time.ts';

/** Seconds of CPU a process used while something was done. */
export async function cpuWhile<T>(
  pid: number,
  act: () => Promise<T>,
): Promise<{ readonly cpu: number; readonly seconds: number; readonly value: T }> {
  const [began, before] = [performance.now(), cpuSeconds(pid)];
  const value = await act();
  const after = cpuSeconds(pid);
  if (before === null || after === null) throw new Error('CPU time is not told here.');
  return { cpu: after - before, seconds: (performance.now() - began) / 1_000, value };
}
