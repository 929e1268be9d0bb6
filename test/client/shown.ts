import { type Component, flushSync, mount, unmount } from 'svelte';
import { onTestFinished } from 'vitest';

/** A mounted part of a page, and what people do with it. */
export function show<Props extends Record<string, unknown>>(component: Component<Props>, props: Props) {
  const target = document.body.appendChild(document.createElement('main'));
  const mounted = mount(component, { target, props });
  flushSync();
  onTestFinished(async () => {
    await unmount(mounted);
    target.remove();
  });
  return {
    target,
    text: () => target.textContent?.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim() ?? '',
    async tap(what: string) {
      const found = [...target.querySelectorAll<HTMLElement>('button, a')].find(
        (one) => one.textContent?.includes(what) || one.getAttribute('aria-label')?.includes(what),
      );
      if (!found) throw new Error(`nothing says ${what}`);
      found.click();
      await settled();
    },
    settled,
  };
}

/** Lets everything that waits for an answer or a part of the page go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  flushSync();
}
