import type { Redis } from './redis-epoch.ts';
import { REDEEM } from './redis-scripts.ts';
import type { Store } from './store.ts';

type Makers = Pick<
  Store,
  | 'addMakerLink'
  | 'redeemMakerLink'
  | 'addMakerSession'
  | 'hasMakerSession'
  | 'removeMakerSession'
  | 'removeMakerAccess'
  | 'hasMaker'
  | 'signingKey'
>;

/** Links and sessions are hashes: the digest → when it expires. That the place has an owner is a key of its own. */
export function redisMakers(redis: Redis): Makers {
  const links = redis.keys.maker('links');
  const sessions = redis.keys.maker('sessions');
  const owned = redis.keys.maker('owned');
  const signing = redis.keys.maker('signing-key');

  return {
    async addMakerLink(hash, expiresAt) {
      // In an emptied Redis, whoever gets a link would own a place without boards.
      await redis.confirm();
      await redis.send(links, ['HSET', links, hash, String(expiresAt)]);
    },
    async redeemMakerLink(hash, now) {
      return (
        (await redis.run(REDEEM, [links, sessions, owned], [hash, String(now)])) === 1 || redis.missing(false)
      );
    },
    async addMakerSession(hash, expiresAt) {
      await redis.send(sessions, ['HSET', sessions, hash, String(expiresAt)]);
    },
    async hasMakerSession(hash, now) {
      const expiresAt = await redis.send(sessions, ['HGET', sessions, hash]);
      return expiresAt === null ? redis.missing(false) : Number(expiresAt) > now;
    },
    async removeMakerSession(hash) {
      await redis.send(sessions, ['HDEL', sessions, hash]);
    },
    async removeMakerAccess() {
      await redis.send(links, ['UNLINK', links, sessions]);
    },
    async hasMaker() {
      return (await redis.send(owned, ['EXISTS', owned])) === 1 || redis.missing(false);
    },
    async signingKey(make) {
      const read = () => redis.send(signing, ['GET', signing]);
      let key = await read();
      if (key === null) {
        await redis.confirm();
        await redis.send(signing, ['SET', signing, make(), 'NX']);
        key = await read();
      }
      return String(key);
    },
  };
}
