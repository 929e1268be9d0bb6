import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes of pages that wait to be read, of all together and of one address. 2,000 ideas are 487 KB, 67 KB compressed. */
const MOST = { together: 128 * 1024 * 1024, ofOne: 32 * 1024 * 1024 };

/** Whoever takes nothing for so long is gone. */
const READ_MS = 20_000;

/** Pages that were asked for and are not read lie in memory: nobody may fill it with them. */
export class Unsent {
  readonly #most: typeof MOST;
  readonly #of = new Map<string, number>();
  readonly #lines = new WeakMap<Socket, Set<() => void>>();
  #together = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** `false`: too much lies there already. Counted until it is read, or until nobody is there to read it. */
  admit({ socket }: IncomingMessage, response: ServerResponse, source: string, bytes: number): boolean {
    const own = this.#of.get(source) ?? 0;
    if (this.#together + bytes > this.#most.together || own + bytes > this.#most.ofOne) return false;
    // Whoever hung up while the page was made has said so already, and will not again.
    if (socket.destroyed) return true;
    this.#add(source, bytes);
    // Answers that wait behind another one on their line are not told that it broke: the line is listened to as well.
    const waiting = this.#on(socket);
    const release = () => {
      if (waiting.delete(release)) this.#add(source, -bytes);
    };
    waiting.add(release);
    response.once('close', release);
    socket.setTimeout(READ_MS);
    return true;
  }

  #on(socket: Socket): Set<() => void> {
    const known = this.#lines.get(socket);
    if (known) return known;
    const waiting = new Set<() => void>();
    this.#lines.set(socket, waiting);
    socket.once('close', () => {
      for (const release of waiting) release();
    });
    return waiting;
  }

  #add(source: string, bytes: number): void {
    this.#together += bytes;
    const own = (this.#of.get(source) ?? 0) + bytes;
    if (own > 0) this.#of.set(source, own);
    else this.#of.delete(source);
  }
}
