import { createHash } from 'node:crypto';
import type { Clock } from '../ops/clock.ts';
import type { Ids } from '../ops/ids.ts';
import type { Store } from '../store/store.ts';
import { readCookie, writeCookie } from './cookies.ts';

const COOKIE = 'mw_m';
const SESSION_SECONDS = 90 * 24 * 60 * 60;
const SECRET = /^[A-Za-z0-9_-]{1,80}$/;

/** How long a maker link can be redeemed. */
export const LINK_MINUTES = 30;

export interface MakerAccessParts {
  readonly store: Pick<
    Store,
    | 'addMakerLink'
    | 'redeemMakerLink'
    | 'addMakerSession'
    | 'hasMakerSession'
    | 'removeMakerSession'
    | 'removeMakerAccess'
  >;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'secret'>;
}

/** Who runs the boards: a one-time link becomes a session. The store sees hashes only. */
export class MakerAccess {
  readonly #store: MakerAccessParts['store'];
  readonly #clock: MakerAccessParts['clock'];
  readonly #ids: MakerAccessParts['ids'];

  constructor({ store, clock, ids }: MakerAccessParts) {
    this.#store = store;
    this.#clock = clock;
    this.#ids = ids;
  }

  /** The secret of a new link, good once and for 30 minutes. */
  async newLink(): Promise<string> {
    const secret = this.#ids.secret();
    await this.#store.addMakerLink(hash(secret), this.#clock.now() + LINK_MINUTES * 60_000);
    return secret;
  }

  /** [A4] Ends all access there was, and answers the secret of a new link. */
  async reset(): Promise<string> {
    await this.#store.removeMakerAccess();
    return this.newLink();
  }

  /** Uses the link up; answers the secret of a session of 90 days, or `null` if the link is unknown, used or too old. */
  async redeem(linkSecret: string): Promise<string | null> {
    if (!SECRET.test(linkSecret)) return null;
    const now = this.#clock.now();
    if (!(await this.#store.redeemMakerLink(hash(linkSecret), now))) return null;
    const session = this.#ids.secret();
    await this.#store.addMakerSession(hash(session), now + SESSION_SECONDS * 1000);
    return session;
  }

  async allows(cookieHeader: string | undefined): Promise<boolean> {
    const session = sessionOf(cookieHeader);
    return session !== null && this.#store.hasMakerSession(hash(session), this.#clock.now());
  }

  /** Ends the session of this cookie, if there is one. */
  async end(cookieHeader: string | undefined): Promise<void> {
    const session = sessionOf(cookieHeader);
    if (session !== null) await this.#store.removeMakerSession(hash(session));
  }

  /** The `Set-Cookie` value for a session; without a session it removes the cookie. */
  cookie(session: string | null, secure: boolean): string {
    const maxAgeSeconds = session === null ? 0 : SESSION_SECONDS;
    return writeCookie(COOKIE, session ?? '', { sameSite: 'Strict', secure, maxAgeSeconds });
  }
}

function sessionOf(cookieHeader: string | undefined): string | null {
  const session = readCookie(cookieHeader, COOKIE);
  return session !== undefined && SECRET.test(session) ? session : null;
}

/** The secrets are random and long: a plain hash is enough. */
function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
