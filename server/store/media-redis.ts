import type { MediaStore } from './media.ts';
import type { Redis } from './redis-epoch.ts';
import { pairs } from './redis-rows.ts';

/** Pictures as keys of their own, so that a cluster spreads them. Listed before they are there: none is ever forgotten. */
export class MediaRedis implements MediaStore {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const { keys } = this.#redis;
    await this.#redis.send(keys.pictures, ['ZADD', keys.pictures, String(Date.now()), name]);
    await this.#redis.send(keys.picture(name), ['SET', keys.picture(name), Buffer.from(bytes), 'NX']);
  }

  async read(name: string): Promise<Uint8Array | null> {
    const key = this.#redis.keys.picture(name);
    return (await this.#redis.readBytes(key, ['GET', key])) ?? this.#redis.missing(null);
  }

  async list() {
    const { pictures } = this.#redis.keys;
    const found = await this.#redis.send(pictures, ['ZRANGE', pictures, '0', '-1', 'WITHSCORES']);
    return pairs(found).map(([name, at]) => ({ name, at: Number(at) }));
  }

  async remove(name: string): Promise<void> {
    const { keys } = this.#redis;
    await this.#redis.send(keys.picture(name), ['DEL', keys.picture(name)]);
    await this.#redis.send(keys.pictures, ['ZREM', keys.pictures, name]);
  }
}
