import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Limit, Limits } from '../store/limits.ts';
import { isThisMachine, sourceOf } from './source.ts';

/** New devices behind one address: a full hall in one Wi-Fi gets in, a script that wants a thousand votes waits. */
const DEVICES = 600;
const PER_SECONDS = 300;

/**
 * [P3] Limits how many new participants one address may bring. Addresses are kept as keyed hashes only, and forgotten after
 * five minutes. Without a proxy this machine itself is not limited: what runs here (a replay, say) is not the one to keep out.
 */
export class Newcomers {
  readonly #limit: Limit;
  readonly #key: string;
  readonly #trustProxy: boolean;

  /** `key` is a secret of this installation: without it nobody can tell which address a hash stands for. */
  constructor({ limits, key, trustProxy }: { limits: Limits; key: string; trustProxy: boolean }) {
    this.#limit = limits.window('newcomers', DEVICES, PER_SECONDS);
    this.#key = key;
    this.#trustProxy = trustProxy;
  }

  /** `false`: too many new devices came from there; later again. */
  async admit(request: IncomingMessage): Promise<boolean> {
    const address = this.#addressOf(request);
    if (!this.#trustProxy && isThisMachine(address) && !isForwarded(request)) return true;
    return this.#limit.take(this.#hashOf(sourceOf(address)));
  }

  /** So short that a thousand addresses of the world share each: whoever finds the key and old hashes has found nobody. */
  #hashOf(source: string): string {
    return createHmac('sha256', this.#key).update(`newcomers ${source}`).digest('base64url').slice(0, 3);
  }

  /** The proxy adds the address it saw at the end; what stands before it anybody could have written. */
  #addressOf(request: IncomingMessage): string | undefined {
    const forwarded = this.#trustProxy ? request.headers['x-forwarded-for'] : undefined;
    return forwarded?.toString().split(',').at(-1)?.trim() ?? request.socket.remoteAddress;
  }
}

/** Somebody's proxy, whom this server was not told to trust: all who come by it count as one. */
function isForwarded({ headers }: IncomingMessage): boolean {
  return headers['x-forwarded-for'] !== undefined;
}
