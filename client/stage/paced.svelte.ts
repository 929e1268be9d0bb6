import { untrack } from 'svelte';

type After = (ms: number, run: () => void) => () => void;

const byTimer: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Follows what moves often, at once where it stood still, then at most every `ms`. For a component's start. */
export function paced<T>(read: () => T, ms: number, after: After = byTimer): { readonly now: T } {
  let newest = untrack(read);
  let shown = $state.raw(newest);
  let stop: (() => void) | null = null;
  const show = () => {
    stop = null;
    if (newest === shown) return;
    shown = newest;
    stop = after(ms, show);
  };
  $effect.pre(() => {
    newest = read();
    if (stop === null) untrack(show);
  });
  $effect(() => () => stop?.());
  return {
    get now() {
      return shown;
    },
  };
}
