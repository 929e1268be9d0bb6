/**
 * Milliseconds of CPU that this work takes. What else runs on the machine is no work of ours: by the clock on the wall, a
 * pause in which others have the processor counts as well.
 */
export function cpuTimeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
