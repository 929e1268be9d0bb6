import type { RoundView } from '../../shared/board-view.ts';

/** Whole seconds until an open round ends, rounded up; `null` without an end. */
export function secondsToEnd({ status, closesAt }: RoundView, now: number): number | null {
  if (status !== 'open' || closesAt === null) return null;
  return Math.max(0, Math.ceil((closesAt - now) / 1000));
}
