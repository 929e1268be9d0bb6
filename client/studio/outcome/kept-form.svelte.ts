import type { Time } from '../../../shared/board-view.ts';
import type { Picture } from '../../../shared/entry.ts';
import type { Keep } from '../../lib/keep.ts';

/** [E3] A picture that no board shows is removed after a day: older than this, a kept form goes without it. */
const PICTURE_MS = 20 * 3_600_000;

interface KeptFormOptions<T> {
  readonly keep: Keep;
  readonly key: string;
  /** As it begins, and as it stands again once it was started over. */
  readonly start: T;
  readonly now: () => Time;
}

/** A form whose contents outlive the page until they are sent: reloads and a lost connection take nothing away. */
export class KeptForm<T extends { readonly picture: Picture | null }> {
  #form: T;
  /** What was found here came from an earlier visit. */
  #found: boolean;
  readonly #options: KeptFormOptions<T>;

  constructor(options: KeptFormOptions<T>) {
    const found = readKept(options);
    this.#options = options;
    this.#found = $state(found !== null);
    this.#form = $state.raw(found ?? options.start);
  }

  get form(): T {
    return this.#form;
  }

  get found(): boolean {
    return this.#found;
  }

  set(fields: Partial<T>): void {
    const { keep, key, start, now } = this.#options;
    this.#form = { ...this.#form, ...fields };
    const isBegun = JSON.stringify(this.#form) !== JSON.stringify(start);
    keep.write(key, isBegun ? JSON.stringify({ at: now(), form: this.#form }) : null);
  }

  startOver(): void {
    this.set(this.#options.start);
    this.#found = false;
  }
}

function readKept<T extends { readonly picture: Picture | null }>(options: KeptFormOptions<T>): T | null {
  const { keep, key, start, now } = options;
  try {
    const kept: unknown = JSON.parse(keep.read(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('form' in kept) || !('at' in kept)) return null;
    const form = { ...start, ...sameShape(kept.form, start) };
    const isFresh = typeof kept.at === 'number' && now() - kept.at < PICTURE_MS;
    return isFresh ? form : { ...form, picture: start.picture };
  } catch {
    return null;
  }
}

/** Of what an older version of this page kept, what still fits. */
function sameShape<T extends object>(kept: unknown, start: T): Partial<T> {
  if (typeof kept !== 'object' || kept === null) return {};
  const fits = Object.entries(kept).filter(([key, value]) => {
    const begun: unknown = Reflect.get(start, key);
    return (
      key === 'picture' || (typeof value === typeof begun && Array.isArray(value) === Array.isArray(begun))
    );
  });
  return Object.fromEntries(fits) as Partial<T>;
}
