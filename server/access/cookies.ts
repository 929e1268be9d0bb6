/** The first value of a cookie in a `Cookie` header; `undefined` if it is not there or the header is oversized. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined || header.length > 8_192) return undefined;
  for (const pair of header.split(';')) {
    const cut = pair.indexOf('=');
    if (cut > 0 && pair.slice(0, cut).trim() === name) return pair.slice(cut + 1).trim();
  }
  return undefined;
}

export interface CookieFlags {
  readonly sameSite: 'Lax' | 'Strict';
  /** Only over https: set it wherever the page came over https. */
  readonly secure: boolean;
  /** 0 removes the cookie. */
  readonly maxAgeSeconds: number;
}

/** A `Set-Cookie` value; scripts cannot read the cookie. The value must be free of `;` and spaces, as our tokens are. */
export function writeCookie(name: string, value: string, flags: CookieFlags): string {
  const secure = flags.secure ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${flags.maxAgeSeconds}; HttpOnly; SameSite=${flags.sameSite}${secure}`;
}
