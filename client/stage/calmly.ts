import { prefersReducedMotion } from 'svelte/motion';

/** Milliseconds of a movement; none for whoever asked for less of it. */
export function calmly(ms: number): number {
  return prefersReducedMotion.current ? 0 : ms;
}
