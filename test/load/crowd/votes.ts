import { median } from '../median.ts';
import { Durations, type Percentiles } from './percentiles.ts';
import type { Screen } from './screen.ts';

export interface VotesResult {
  readonly cast: number;
  readonly acknowledged: number;
  /** Code and how often. */
  readonly refused: Readonly<Record<string, number>>;
  /** Seconds in which they were cast. */
  readonly seconds: number;
  /** Seconds from the first ballot to the last answer. */
  readonly answeredSeconds: number;
  readonly acknowledgements: Percentiles;
  /** From each vote to each screen, and to the last of the screens. */
  readonly screens: Percentiles;
  readonly lastScreens: Percentiles;
  /** Pairs of a vote and a screen that never showed it. */
  readonly unseen: number;
  readonly ticksPerSecond: number;
  /** From the last ballot until the last screen showed all; `null`: one never did. */
  readonly afterLast: number | null;
}

/** Ballots under way, with when each was sent and answered. Their ids on the line are their numbers, from `first` on. */
export class Votes {
  readonly first: number;
  readonly size: number;
  readonly refused: Record<string, number> = {};
  acknowledged = 0;
  #cast = 0;
  #answeredAt = 0;
  readonly #sentAt: Float64Array;
  readonly #version: Float64Array;
  readonly #acks = new Durations();

  constructor(first: number, size: number) {
    this.first = first;
    this.size = size;
    this.#sentAt = new Float64Array(size);
    this.#version = new Float64Array(size);
  }

  get answered(): number {
    return this.acknowledged + Object.values(this.refused).reduce((sum, count) => sum + count, 0);
  }

  /** The highest version that was acknowledged. */
  get finalVersion(): number {
    return this.#version.reduce((highest, version) => Math.max(highest, version), 0);
  }

  sent(at: number): void {
    this.#sentAt[this.#cast++] = at;
  }

  answer(id: number, text: string, at: number): void {
    const n = id - this.first;
    if (n < 0 || n >= this.size) return;
    const ack = JSON.parse(text) as Answer;
    this.#answeredAt = at;
    if (ack.ok) {
      this.acknowledged += 1;
      this.#version[n] = ack.value.tally?.version ?? 0;
      this.#acks.add(at - (this.#sentAt[n] ?? 0));
    } else this.refused[ack.no.code] = (this.refused[ack.no.code] ?? 0) + 1;
  }

  /** Held against what the screens showed. */
  result(screens: readonly Screen[]): VotesResult {
    const began = this.#sentAt[0] ?? 0;
    const ended = this.#sentAt[this.#cast - 1] ?? 0;
    const shown = screens.map((screen) => screen.showedAt(this.finalVersion));
    return {
      cast: this.#cast,
      acknowledged: this.acknowledged,
      refused: this.refused,
      seconds: (ended - began) / 1_000,
      answeredSeconds: (this.#answeredAt - began) / 1_000,
      acknowledgements: this.#acks.percentiles(),
      ...this.#seen(screens),
      ticksPerSecond: median(screens.map((screen) => screen.perSecond(began, ended))),
      afterLast: shown.some(Number.isNaN) ? null : Math.max(...shown) - ended,
    };
  }

  #seen(screens: readonly Screen[]): Pick<VotesResult, 'screens' | 'lastScreens' | 'unseen'> {
    const each = new Durations();
    const lasts = new Durations();
    let unseen = 0;
    for (let n = 0; n < this.#cast; n += 1) {
      const version = this.#version[n] ?? 0;
      // Refused, or never answered: no screen can show it.
      if (version === 0) continue;
      let last = 0;
      for (const screen of screens) {
        const took = screen.showedAt(version) - (this.#sentAt[n] ?? 0);
        if (Number.isNaN(took)) unseen += 1;
        else {
          each.add(took);
          last = Math.max(last, took);
        }
      }
      lasts.add(last);
    }
    return { screens: each.percentiles(), lastScreens: lasts.percentiles(), unseen };
  }
}

type Answer =
  | { readonly ok: true; readonly value: { readonly tally?: { readonly version: number } } }
  | { readonly ok: false; readonly no: { readonly code: string } };
