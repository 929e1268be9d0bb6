import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds, residentBytes } from '../cpu-time.ts';

/** Seconds of CPU each of these processes used while something was done. */
export async function cpuWhile<T>(
  pids: readonly number[],
  act: () => Promise<T>,
): Promise<{ readonly cpu: readonly number[]; readonly seconds: number; readonly value: T }> {
  const [began, before] = [performance.now(), pids.map(cpuOf)];
  const value = await act();
  const after = pids.map(cpuOf);
  const cpu = after.map((seconds, n) => seconds - (before[n] ?? 0));
  return { cpu, seconds: (performance.now() - began) / 1_000, value };
}

const LOOK_MS = 250;
const LOOKS = 60;

/** Waits until a process has nothing to do any more: what it still has would be counted as that of the next step. */
export async function quiet(pid: number): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const before = cpuOf(pid);
    await pause(LOOK_MS);
    if (cpuOf(pid) - before < 0.03 * (LOOK_MS / 1_000)) return;
  }
}

/** Bytes a process holds once it has stopped giving back what it does not need. */
export async function settledBytes(pid: number): Promise<number> {
  await quiet(pid);
  const seen: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const bytes = residentBytes(pid);
    if (bytes === null) throw new Error('Memory is not told here.');
    seen.push(bytes);
    // Three seconds without becoming less.
    const least = Math.min(...seen);
    if (seen.length > 12 && least >= Math.min(...seen.slice(0, -12)) * 0.998) return least;
    await pause(LOOK_MS);
  }
  return Math.min(...seen);
}

function cpuOf(pid: number): number {
  const seconds = cpuSeconds(pid);
  if (seconds === null) throw new Error('CPU time is not told here, or the process has ended.');
  return seconds;
}
