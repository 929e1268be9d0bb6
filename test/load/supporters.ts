import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { IdeasBoard } from './made-up-ideas.ts';
import { RawPhone } from './raw-phone.ts';

/** One tap that was acknowledged. */
export interface Tap {
  readonly at: number;
  /** Milliseconds until the acknowledgement. */
  readonly took: number;
}

const IN_THE_DOOR = 32;

/** Phones that support ideas at random, each about once in `everyMs`, until they are let go. */
export class Supporters implements AsyncDisposable {
  readonly taps: Tap[] = [];
  readonly refusals: string[] = [];
  readonly #phones: readonly RawPhone[];
  readonly #board: IdeasBoard;
  readonly #chance: Chance;
  readonly #stop = new AbortController();
  #tapping: Promise<unknown> = Promise.resolve();

  private constructor(phones: readonly RawPhone[], board: IdeasBoard, chance: Chance) {
    this.#phones = phones;
    this.#board = board;
    this.#chance = chance;
    setMaxListeners(phones.length, this.#stop.signal);
  }

  static async join(origin: string, board: IdeasBoard, count: number, chance: Chance): Promise<Supporters> {
    const phones: RawPhone[] = [];
    const doors = Array.from({ length: IN_THE_DOOR }, async (_, door) => {
      for (let n = door; n < count; n += IN_THE_DOOR) {
        const phone = await RawPhone.connect({ origin });
        await phone.join({ slug: board.slug, as: 'follower', seq: board.seq });
        phones.push(phone);
      }
    });
    await Promise.all(doors);
    return new Supporters(phones, board, chance);
  }

  /** They begin, each at another moment. */
  begin(everyMs: number): void {
    this.#tapping = Promise.all(this.#phones.map((phone) => this.#support(phone, everyMs)));
  }

  /** Resolves when every tap has its answer. */
  async end(): Promise<void> {
    this.#stop.abort();
    await this.#tapping;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
    for (const phone of this.#phones) phone.cut();
  }

  async #support(phone: RawPhone, everyMs: number): Promise<void> {
    const { boardId, roundId, run, ideaIds } = this.#board;
    const signal = this.#stop.signal;
    const supported = new Set<string>();
    for (let rev = 1; !signal.aborted; rev += 1) {
      // Between nothing and twice the time: hands are not clocks.
      await pause(this.#chance() * 2 * everyMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const id = ideaIds[Math.floor(this.#chance() * ideaIds.length)] ?? '';
      if (!supported.delete(id)) supported.add(id);
      const at = performance.now();
      const ack = await phone.cast({ boardId, roundId, run, rev, entries: [...supported] });
      if (ack.ok) this.taps.push({ at, took: performance.now() - at });
      else this.refusals.push(ack.no.code);
    }
  }
}
