/** Counts up every `ms` while the component lives; `null`: stands still. */
export function pulse(ms: () => number | null): { readonly count: number } {
  let count = $state(0);
  $effect(() => {
    const every = ms();
    if (every === null) return;
    const timer = setInterval(() => {
      count += 1;
    }, every);
    return () => clearInterval(timer);
  });
  return {
    get count() {
      return count;
    },
  };
}
