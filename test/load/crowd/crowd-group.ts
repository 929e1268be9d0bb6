import { setTimeout as pause } from 'node:timers/promises';
import { type CrowdBoard, CrowdPhone, type Hello } from './crowd-phone.ts';
import { Screen } from './screen.ts';
import type { Votes } from './votes.ts';

export interface GroupOptions {
  /** Phones go to these in turn. */
  readonly origins: readonly string[];
  readonly phones: number;
  readonly hello: Hello;
  /** Phones look at these in turn. */
  readonly boards?: readonly CrowdBoard[];
  /** Which part of the phones reads all the time; the others when they are told to. */
  readonly live: number;
  /** Which part is looked at: what they show is noted with its time. They are live. */
  readonly watched?: number;
  /** Milliseconds within which all of them come; left out: a few at a time, so that the server is never overrun. */
  readonly within?: number;
}

export interface Came {
  /** Milliseconds from the first one at the door until the last one was in. */
  readonly took: number;
  /** How often one was turned away, and came back. */
  readonly turnedAway: number;
  /** How often a line broke before the phone was in. */
  readonly failed: number;
}

const AT_A_TIME = 64;
const PATIENCE = 60_000;
/** Each has 28,000 ports to one server. */
const ADDRESSES = 4;

/** Phones of one kind. */
export class CrowdGroup {
  readonly phones: CrowdPhone[] = [];
  readonly screens: Screen[] = [];
  /** Lines that the server or the network ended, with the last reason. */
  lost = 0;
  lastReason = '';
  votes: Votes | null = null;
  #isLeaving = false;

  /** Resolves when all are in, and throws if they do not come in. */
  async bring(options: GroupOptions): Promise<Came> {
    const came = { turnedAway: 0, failed: 0 };
    const began = performance.now();
    const deadline = began + PATIENCE;
    const bring = async (n: number) => {
      for (;;) {
        const wait = await this.#comeIn(options, n);
        if (wait === null) return;
        if (performance.now() > deadline) throw new Error(`A phone could not come in: ${this.lastReason}`);
        if (wait.turnedAway) came.turnedAway += 1;
        else came.failed += 1;
        await pause(wait.ms * (0.5 + Math.random()));
      }
    };
    let next = 0;
    const bringSome = async () => {
      while (next < options.phones) await bring(next++);
    };
    const { within } = options;
    if (within === undefined) await Promise.all(Array.from({ length: AT_A_TIME }, bringSome));
    else {
      await Promise.all(
        Array.from({ length: options.phones }, async (_, n) => {
          await pause((n * within) / options.phones);
          await bring(n);
        }),
      );
    }
    return { took: performance.now() - began, ...came };
  }

  get frames(): number {
    return this.phones.reduce((sum, { count }) => sum + count.frames, 0);
  }

  get bytes(): number {
    return this.phones.reduce((sum, { count }) => sum + count.bytes, 0);
  }

  leave(): void {
    this.#isLeaving = true;
    for (const phone of this.phones) phone.leave();
  }

  /** `null`: it is in; else how long to wait before it tries again. */
  #comeIn(
    { origins, hello, boards, live, watched = 0 }: GroupOptions,
    n: number,
  ): Promise<{ ms: number; turnedAway: boolean } | null> {
    const isWatched = isAmong(watched, n);
    const screen = isWatched ? new Screen() : null;
    return new Promise((resolve) => {
      let wait = { ms: 250, turnedAway: false };
      let isIn = false;
      new CrowdPhone(origins[n % origins.length] ?? '', {
        hello,
        board: boards?.[Math.floor(n / origins.length) % boards.length] ?? null,
        localAddress: `127.0.0.${1 + (n % ADDRESSES)}`,
        onTally: screen && ((text) => screen.see(text, performance.now())),
        listener: {
          there: (phone) => {
            isIn = true;
            phone.live = isWatched || isAmong(live, n);
            this.phones.push(phone);
            if (screen) this.screens.push(screen);
            resolve(null);
          },
          turnedAway: (seconds) => {
            wait = { ms: seconds * 1_000, turnedAway: true };
          },
          answered: (id, text) => this.votes?.answer(id, text, performance.now()),
          closed: (_, reason) => {
            if (this.#isLeaving) return;
            this.lastReason = reason;
            if (isIn) this.lost += 1;
            else resolve(wait);
          },
        },
      });
    });
  }
}

/** Spread evenly: of a tenth, every tenth. */
function isAmong(part: number, n: number): boolean {
  return Math.floor((n + 1) * part) > Math.floor(n * part);
}
