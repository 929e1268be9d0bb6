import { untrack } from 'svelte';

/** So soon after it, a tap still means what stood there before. */
const SETTLED_MS = 500;

/** Whether what stands under the finger took the place of something else a moment ago; `now` in milliseconds. */
export function justChanged(what: () => string, now: () => number): () => boolean {
  let isFirst = true;
  const is = $derived(what());
  const since = $derived.by(() => {
    void is;
    const at = isFirst ? Number.NEGATIVE_INFINITY : untrack(now);
    isFirst = false;
    return at;
  });
  return () => Math.abs(now() - since) < SETTLED_MS;
}
