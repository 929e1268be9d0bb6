import type { Attachment } from 'svelte/attachments';
import { SeenIdeas } from './seen.ts';

const TELL_MS = 5_000;

/** Watches which cards are at least half on the screen, and tells every few seconds what was read. */
export function watchSeen(tell: (ids: readonly string[]) => void): {
  readonly card: (id: string) => Attachment;
  readonly stop: () => void;
} {
  const seen = new SeenIdeas();
  const ids = new WeakMap<Element, string>();
  const observer = new IntersectionObserver(
    (steps) => {
      for (const { target, isIntersecting } of steps) {
        const id = ids.get(target) ?? '';
        if (isIntersecting) seen.appear(id, performance.now());
        else seen.vanish(id, performance.now());
      }
    },
    { threshold: 0.5 },
  );
  const timer = setInterval(() => {
    const read = document.visibilityState === 'visible' ? seen.take(performance.now()) : [];
    if (read.length > 0) tell(read);
  }, TELL_MS);
  return {
    card: (id) => (node) => {
      ids.set(node, id);
      observer.observe(node);
      return () => observer.unobserve(node);
    },
    stop: () => {
      clearInterval(timer);
      observer.disconnect();
    },
  };
}
