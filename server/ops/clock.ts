/** The time and its alarms. Tests turn their own (`test/support/manual-clock.ts`). */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `ring` once, `ms` from now, unless the returned function was called before. */
  after(ms: number, ring: () => void): () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  after(ms, ring) {
    // Node rings at once for delays over 2^31 ms: long ones are taken in steps.
    const step = Math.min(Math.max(ms, 0), 2 ** 30);
    let timer: NodeJS.Timeout;
    let cancelled = () => clearTimeout(timer);
    timer = setTimeout(() => {
      if (ms > step) cancelled = systemClock.after(ms - step, ring);
      else ring();
    }, step);
    timer.unref();
    return () => cancelled();
  },
};

/** Calls `ring` every `ms`, the first time after `ms`, until the returned function is called. */
export function every(clock: Clock, ms: number, ring: () => void): () => void {
  let cancel = clock.after(ms, again);
  function again(): void {
    cancel = clock.after(ms, again);
    ring();
  }
  return () => cancel();
}
