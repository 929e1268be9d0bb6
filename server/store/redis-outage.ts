import type { Log } from '../ops/log.ts';

/** Logged once, and its end once, for all connections of a server together. */
export class Outage {
  readonly #log: Log;
  /** Who waits for Redis: the first that loses it begins an outage, the last that finds it again ends it. */
  readonly #away = new Set<object>();

  constructor(log: Log) {
    this.#log = log;
  }

  begin(connection: object, error: unknown): void {
    if (this.#away.size === 0) this.#log.error({ error }, 'Redis is out of reach');
    this.#away.add(connection);
  }

  end(connection: object): void {
    if (this.#away.delete(connection) && this.#away.size === 0) this.#log.info({}, 'Redis is back');
  }
}
