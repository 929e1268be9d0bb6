/**
 * Whoever asks while one is under way shares the next one with all who do: what has begun before they asked may have read too
 * early for them.
 */
export function sharedTurn(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  return () => {
    waiting ??= running.then(() => {
      waiting = null;
      const acting = act();
      running = acting.catch(() => {});
      return acting;
    });
    return waiting;
  };
}
