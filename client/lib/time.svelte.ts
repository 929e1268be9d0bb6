import { createSubscriber } from 'svelte/reactivity';

/** A clock that markup can read: it ticks only while something on the page shows it. */
export function ticking(now: () => number, everyMs = 250): { readonly now: number } {
  const read = createSubscriber((tick) => {
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  });
  return {
    get now() {
      read();
      return now();
    },
  };
}
