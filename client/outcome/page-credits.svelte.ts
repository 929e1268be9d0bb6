import type { Credit } from '../../shared/board-view.ts';
import type { Boot } from '../../shared/boot.ts';

/** Changes come in bursts, and many pages may be open: each reads itself again at a moment of its own. */
const SETTLE_MS = 1_000;
const RETRY_MS = 10_000;

interface Deps {
  /** What the server writes into this page now; `null`: not reached. */
  read(): Promise<Boot | null>;
  after(ms: number, run: () => void): void;
  chance(): number;
}

/**
 * The names on this page. What followers are told live holds none, so whenever the board has moved the page is read
 * again: a name that was withdrawn is gone from open pages too.
 */
export class PageCredits {
  readonly #deps: Deps;
  #list = $state.raw<readonly Credit[]>([]);
  #seq: number;
  #wanted: number;
  #reading = false;

  constructor(boot: Boot, deps: Deps) {
    this.#deps = deps;
    this.#list = boot.board?.view?.credits ?? [];
    this.#seq = boot.board?.view?.seq ?? 0;
    this.#wanted = this.#seq;
  }

  get list(): readonly Credit[] {
    return this.#list;
  }

  /** The board stands at `seq` now. */
  follow(seq: number): void {
    this.#wanted = Math.max(this.#wanted, seq);
    this.#readIn(SETTLE_MS);
  }

  #readIn(ms: number): void {
    if (this.#reading || this.#seq >= this.#wanted) return;
    this.#reading = true;
    this.#deps.after(ms * (0.5 + this.#deps.chance()), () => void this.#read());
  }

  async #read(): Promise<void> {
    const view = (await this.#deps.read())?.board?.view;
    if (view) {
      this.#list = view.credits;
      this.#seq = Math.max(view.seq, this.#seq);
    }
    this.#reading = false;
    this.#readIn(view ? SETTLE_MS : RETRY_MS);
  }
}

/** Reads the page's own address and takes out what the server wrote for it. */
export async function readOwnBoot(): Promise<Boot | null> {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const text = page.getElementById('boot')?.textContent;
    return text ? (JSON.parse(text) as Boot) : null;
  } catch {
    return null;
  }
}
