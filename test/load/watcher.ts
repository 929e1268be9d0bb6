import { setTimeout as pause } from 'node:timers/promises';
import type { TallyFrame } from '../../shared/board-view.ts';
import type { OpenRound } from './maker.ts';
import { RawPhone } from './raw-phone.ts';

/** A follower who only watches, and comes back when the line breaks. */
export class Watcher implements Disposable {
  readonly #origin: string;
  readonly #round: OpenRound;
  #phone: RawPhone | null = null;
  #over = false;
  #seen = { ballots: 0, at: 0 };
  #onSeen: () => void = () => undefined;

  constructor(origin: string, round: OpenRound) {
    this.#origin = origin;
    this.#round = round;
    void this.#watch();
  }

  /** Performance time at which the screen showed this many ballots; `null` if it did not within `ms`. */
  async sees(ballots: number, ms: number): Promise<number | null> {
    const late = AbortSignal.timeout(ms);
    while (this.#seen.ballots !== ballots) {
      if (late.aborted) return null;
      await new Promise<void>((resolve) => {
        this.#onSeen = resolve;
        late.onabort = () => resolve();
      });
    }
    return this.#seen.at;
  }

  [Symbol.dispose](): void {
    this.#over = true;
    this.#phone?.close();
  }

  async #watch(): Promise<void> {
    while (!this.#over) {
      try {
        await this.#sit();
      } catch {
        await pause(250);
      }
    }
  }

  /** Joins, and stays until the line breaks. */
  async #sit(): Promise<void> {
    const { slug, seq } = this.#round;
    const { promise: broken, resolve: onClosed } = deferred();
    this.#phone = await RawPhone.connect({
      origin: this.#origin,
      device: this.#phone?.device ?? null,
      onTally: (frame) => this.#see(frame),
      onClosed,
    });
    this.#see((await this.#phone.join({ slug, as: 'follower', seq })).frame);
    await broken;
  }

  #see({ roundId, tally, move }: TallyFrame): void {
    const ballots = (tally ?? move)?.ballots;
    if (roundId !== this.#round.roundId || ballots === undefined || ballots === this.#seen.ballots) return;
    this.#seen = { ballots, at: performance.now() };
    this.#onSeen();
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
