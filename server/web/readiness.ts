import { RedisEmptied } from '../store/redis-epoch.ts';
import type { Store } from '../store/store.ts';

/** Why nobody should be sent here now. */
export type Unready = 'stopping' | 'redis-emptied' | 'store-silent';

/** Whether this process can serve: it is not about to stop, and the store answers and holds what it held. */
export class Readiness {
  readonly #store: Pick<Store, 'hasMaker'>;
  #isStopping = false;
  /** Shared by all who ask meanwhile: asking often must cost the store nothing. */
  #asking: Promise<Unready | null> | null = null;

  constructor(store: Pick<Store, 'hasMaker'>) {
    this.#store = store;
  }

  /** From now on new phones are to go elsewhere. */
  stop(): void {
    this.#isStopping = true;
  }

  /** `null`: ready. */
  async lacks(): Promise<Unready | null> {
    if (this.#isStopping) return 'stopping';
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(): Promise<Unready | null> {
    try {
      await this.#store.hasMaker();
      return null;
    } catch (fault) {
      return fault instanceof RedisEmptied ? 'redis-emptied' : 'store-silent';
    }
  }
}
