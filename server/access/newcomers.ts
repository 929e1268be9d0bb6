import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { sourceOf } from './source.ts';

/** New devices behind one address: a full hall in one Wi-Fi gets in, a script that wants a thousand votes waits. */
const DEVICES = 600;
const PER_SECONDS = 300;

/**
 * Limits how many new participants one address may bring. Addresses are kept in memory only, and forgotten after five
 * minutes. Without a proxy this machine itself is not limited: what runs here (a replay, say) is not the one to keep out.
 */
export class Newcomers {
  readonly #limiter = new RateLimiterMemory({ points: DEVICES, duration: PER_SECONDS });
  readonly #trustProxy: boolean;

  constructor({ trustProxy }: { trustProxy: boolean }) {
    this.#trustProxy = trustProxy;
  }

  /** `false`: too many new devices came from there; later again. */
  async admit(request: IncomingMessage): Promise<boolean> {
    const address = this.#addressOf(request);
    if (!this.#trustProxy && isThisMachine(address)) return true;
    return this.#limiter.consume(sourceOf(address)).then(
      () => true,
      () => false,
    );
  }

  /** The proxy adds the address it saw at the end; what stands before it anybody could have written. */
  #addressOf(request: IncomingMessage): string | undefined {
    const forwarded = this.#trustProxy ? request.headers['x-forwarded-for'] : undefined;
    return forwarded?.toString().split(',').at(-1)?.trim() ?? request.socket.remoteAddress;
  }
}

function isThisMachine(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}
