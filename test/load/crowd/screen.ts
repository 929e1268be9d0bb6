interface Frame {
  readonly tally?: { readonly version: number };
  readonly move?: { readonly version: number };
}

/** One of the phones that are looked at: which version of the tally it showed when. */
export class Screen {
  lastText = '';
  readonly #versions: number[] = [];
  readonly #times: number[] = [];

  /** The newest version it shows; 0: none yet. */
  get version(): number {
    return this.#versions.at(-1) ?? 0;
  }

  see(text: string, at: number): void {
    const { tally, move } = JSON.parse(text) as Frame;
    const version = (tally ?? move)?.version ?? 0;
    // Frames also tell how many are there: only what moves the tally is a tick of it.
    if (version <= this.version) return;
    this.lastText = text;
    this.#versions.push(version);
    this.#times.push(at);
  }

  /** When it first showed this version or a newer one; `NaN`: never. */
  showedAt(version: number): number {
    let [low, high] = [0, this.#versions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#versions[middle] ?? 0) < version) low = middle + 1;
      else high = middle;
    }
    return this.#times[low] ?? Number.NaN;
  }

  /** Newer versions per second, from the first to the last one between these times. */
  perSecond(from: number, to: number): number {
    const within = this.#times.filter((at) => at >= from && at <= to);
    const [first = 0, last = 0] = [within[0], within.at(-1)];
    return within.length < 2 ? 0 : ((within.length - 1) * 1_000) / (last - first);
  }

  forget(): void {
    this.#versions.splice(0, this.#versions.length - 1);
    this.#times.splice(0, this.#times.length - 1);
  }
}
