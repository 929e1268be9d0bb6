const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Span {
  readonly unit: 'second' | 'minute' | 'hour' | 'day';
  readonly count: number;
}

/**
 * Milliseconds → the unit people would say it in. The last 90 seconds are told in seconds, and rounded up ("1 second"
 * is shown until none is left), the rest to the nearest.
 */
export function timeLeft(ms: number): Span {
  if (ms <= 0) return { unit: 'second', count: 0 };
  if (ms <= 90 * SECOND) return { unit: 'second', count: Math.ceil(ms / SECOND) };
  if (ms <= 90 * MINUTE) return { unit: 'minute', count: Math.round(ms / MINUTE) };
  if (ms <= 48 * HOUR) return { unit: 'hour', count: Math.round(ms / HOUR) };
  return { unit: 'day', count: Math.round(ms / DAY) };
}

/** Seconds → the largest unit that says it without a remainder. */
export function exactLength(seconds: number): Span {
  const ms = seconds * SECOND;
  if (ms % DAY === 0) return { unit: 'day', count: ms / DAY };
  if (ms % HOUR === 0) return { unit: 'hour', count: ms / HOUR };
  if (ms % MINUTE === 0) return { unit: 'minute', count: ms / MINUTE };
  return { unit: 'second', count: seconds };
}

/** Milliseconds → `1:05`, `1:02:09`. */
export function clockFace(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
