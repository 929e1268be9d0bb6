/** All that Mitwerk asks of Redis, in words of `ACL SETUSER`: its own keys and channels, and no other command. */
export const REDIS_ACL = [
  'resetkeys',
  '~mitwerk:*',
  '~mitwerk-demo:*',
  'resetchannels',
  '&mitwerk*',
  '-@all',
  // Connections, and what sort of Redis it is.
  ...['ping', 'info', 'time', 'select', 'cluster|slots', 'cluster|shards', 'asking'].map(allowed),
  // Scripts, and what they and single commands do to keys.
  ...['eval', 'evalsha', 'get', 'set', 'del', 'unlink', 'exists', 'incrby', 'expire', 'pttl'].map(allowed),
  ...['hget', 'hmget', 'hgetall', 'hkeys', 'hvals', 'hexists', 'hset', 'hdel', 'hincrby'].map(allowed),
  ...['lrange', 'rpush', 'lrem', 'zrange', 'zadd', 'zrem'].map(allowed),
  // Between nodes.
  ...['publish', 'subscribe', 'unsubscribe', 'psubscribe', 'punsubscribe', 'pubsub|numsub'].map(allowed),
  ...['spublish', 'ssubscribe', 'sunsubscribe', 'pubsub|shardnumsub'].map(allowed),
] as const;

export const REDIS_USER = 'mitwerk';
export const REDIS_PASSWORD = 'a password, with all: /?#@%';

/** The words that make the user there may be; the one without a password loses all rights. */
export const MAKE_USER = [
  'ACL',
  'SETUSER',
  REDIS_USER,
  'reset',
  'on',
  `>${REDIS_PASSWORD}`,
  ...REDIS_ACL,
] as const;

/** The same Redis as that user. */
export function asUser(url: string): string {
  return url.replaceAll('//', `//${REDIS_USER}:${encodeURIComponent(REDIS_PASSWORD)}@`);
}

function allowed(command: string): string {
  return `+${command}`;
}
