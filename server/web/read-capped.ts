import type { IncomingMessage } from 'node:http';

/** How much of a body that is too large is let through unread, so that the browser gets to read our answer. */
const DRAIN_FACTOR = 3;
/** A body that stands still this long is given up. */
const STALL_MS = 20_000;

/**
 * The body of a request, or `too-large` as soon as it is known to exceed the limit: nothing above it is kept.
 * `cut`: the client went away or stalled.
 */
export function readCapped(
  request: IncomingMessage,
  limit: number,
): Promise<Uint8Array | 'too-large' | 'cut'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    drain(request, limit * DRAIN_FACTOR);
    return Promise.resolve('too-large');
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stall = setTimeout(() => request.destroy(), STALL_MS);
    const finish = (outcome: Uint8Array | 'too-large' | 'cut') => {
      clearTimeout(stall);
      request.off('data', take);
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      stall.refresh();
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      chunks.length = 0;
      finish('too-large');
      drain(request, limit * DRAIN_FACTOR);
    };
    request.on('data', take);
    request.once('end', () => finish(Buffer.concat(chunks)));
    request.once('close', () => finish('cut'));
    request.once('error', () => finish('cut'));
  });
}

function drain(request: IncomingMessage, most: number): void {
  let left = most;
  const stall = setTimeout(() => request.destroy(), STALL_MS);
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.once('close', () => clearTimeout(stall));
}
