import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Time } from '../../shared/board-view.ts';
import { type Ids, randomIds } from '../ops/ids.ts';
import { readCookie, writeCookie } from './cookies.ts';

/** A device as we know it again. */
export interface Participant {
  readonly id: string;
  readonly issuedAt: Time;
  /** What it was read from. */
  readonly token: string;
}

const COOKIE = 'mw_p';
const YEAR_SECONDS = 365 * 24 * 60 * 60;
const TOKEN = /^([A-Za-z0-9_-]{1,40})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/;

/** Who votes: a signed token `id.issued.signature` (issued in base 36), kept in a cookie no script can read. */
export class Participants {
  readonly #key: string;
  readonly #ids: Pick<Ids, 'id'>;

  constructor(key: string, ids: Pick<Ids, 'id'> = randomIds) {
    this.#key = key;
    this.#ids = ids;
  }

  mint(now: Time): string {
    const claim = `${this.#ids.id()}.${now.toString(36)}`;
    return `${claim}.${this.#sign(claim).toString('base64url')}`;
  }

  /** `null`: not one of ours. */
  read(token = ''): Participant | null {
    const [, id, issued, signature] = TOKEN.exec(token) ?? [];
    if (id === undefined || issued === undefined || signature === undefined) return null;
    const given = Buffer.from(signature, 'base64url');
    const right = this.#sign(`${id}.${issued}`);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    return { id, issuedAt: Number.parseInt(issued, 36), token };
  }

  /**
   * [P2] The cookie counts first; of two valid identities the older one wins, so that a device whose cookie was
   * lost and made anew stays who it was.
   */
  recognise(cookieHeader: string | undefined, device: string | undefined): Participant | null {
    const cookie = this.read(this.token(cookieHeader));
    const kept = this.read(device);
    if (cookie === null || kept === null) return cookie ?? kept;
    return kept.issuedAt < cookie.issuedAt ? kept : cookie;
  }

  /** The token of a cookie header, not yet checked. */
  token(cookieHeader: string | undefined): string | undefined {
    return readCookie(cookieHeader, COOKIE);
  }

  /** The `Set-Cookie` value that keeps a token for a year. Lax: a link in a chat must find the same participant. */
  cookie(token: string, secure: boolean): string {
    return writeCookie(COOKIE, token, { sameSite: 'Lax', secure, maxAgeSeconds: YEAR_SECONDS });
  }

  #sign(claim: string): Buffer {
    return createHmac('sha256', this.#key).update(claim).digest();
  }
}
