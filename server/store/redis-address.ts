/** Where one Redis is, as node-redis wants it. */
export interface RedisAddress {
  readonly username?: string;
  readonly password?: string;
  readonly database?: number;
  readonly socket: { readonly host: string; readonly port: number; readonly tls?: true };
}

export type RedisAddresses = readonly [RedisAddress, ...RedisAddress[]];

export class RedisUnreachable extends Error {
  override readonly name = 'RedisUnreachable';
  readonly address: string;

  constructor(address: string, options?: ErrorOptions) {
    super(`no Redis at ${address}`, options);
    this.address = address;
  }

  /** In the words of whoever turned us away. */
  get reason(): string {
    return this.cause instanceof Error ? this.cause.message : '';
  }
}

/** Without user and password: for printing. */
export function hostOf({ socket: { host, port } }: RedisAddress): string {
  return `${host}:${port}`;
}

export function hostsOf(addresses: RedisAddresses): string {
  return addresses.map(hostOf).join(', ');
}

/**
 * `redis://user:password@host:port/database`, `rediss://` for TLS; several with commas between them are nodes of one
 * cluster. `null`: not of this form.
 */
export function readRedisUrl(text: string): RedisAddresses | null {
  const [first, ...others] = text.split(',').map((url) => addressOf(url.trim()));
  if (!first || others.includes(null)) return null;
  return [first, ...others.filter((address) => address !== null)];
}

function addressOf(text: string): RedisAddress | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname } = new URL(text);
  if (protocol !== 'redis:' && protocol !== 'rediss:') return null;
  const database = pathname.replace(/^\//, '');
  const [user, word] = [decoded(username), decoded(password)];
  if (hostname === '' || !/^\d*$/.test(database) || user === null || word === null) return null;
  return {
    ...(user && { username: user }),
    ...(word && { password: word }),
    ...(database && { database: Number(database) }),
    socket: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || 6379),
      ...(protocol === 'rediss:' && { tls: true as const }),
    },
  };
}

/** `null`: a percent sign that begins nothing. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
