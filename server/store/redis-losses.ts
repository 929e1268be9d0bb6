import type { Outage } from './redis-outage.ts';

/** What becomes of one connection, or of those to one cluster. */
export class Losses {
  readonly listeners: (() => void)[] = [];
  /** The fault of the last one. */
  last: unknown;
  readonly #outage: Outage;
  #refuse: (error: unknown) => void = () => {};

  constructor(outage: Outage) {
    this.#outage = outage;
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
    this.#outage.begin(this, error);
  }

  found(): void {
    this.#outage.end(this);
  }
}

/** A password, a right or a certificate is wrong, and stays wrong. */
function isRefusal(error: unknown): boolean {
  const { message, code } = error as NodeJS.ErrnoException;
  return /^(WRONGPASS|NOAUTH|NOPERM|ERR )/.test(message) || /CERT|SIGNATURE|ALTNAME/.test(code ?? '');
}
