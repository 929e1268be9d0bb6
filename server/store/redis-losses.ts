import type { Log } from '../ops/log.ts';

/** Logged once for each outage, and not for each attempt of many. */
export class Losses {
  readonly listeners: (() => void)[] = [];
  /** The fault of the last one. */
  last: unknown;
  readonly #log: Log;
  #isLost = false;
  #refuse: (error: unknown) => void = () => {};

  constructor(log: Log) {
    this.#log = log;
  }

  /** Rejects once Redis turns us away. */
  refusal(): Promise<never> {
    return new Promise((_, reject) => {
      this.#refuse = reject;
    });
  }

  lost(error: unknown): void {
    this.last = error;
    if (isRefusal(error)) this.#refuse(error);
    for (const doubt of this.listeners) doubt();
    if (this.#isLost) return;
    this.#isLost = true;
    this.#log.error({ error }, 'Redis is out of reach');
  }

  found(): void {
    if (!this.#isLost) return;
    this.#isLost = false;
    this.#log.info({}, 'Redis is back');
  }
}

/** A password, a right or a certificate is wrong, and stays wrong. */
function isRefusal(error: unknown): boolean {
  const { message, code } = error as NodeJS.ErrnoException;
  return /^(WRONGPASS|NOAUTH|NOPERM|ERR )/.test(message) || /CERT|SIGNATURE|ALTNAME/.test(code ?? '');
}
