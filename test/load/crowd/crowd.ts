import { setTimeout as pause } from 'node:timers/promises';
import { type Came, CrowdGroup, type GroupOptions } from './crowd-group.ts';
import { Votes, type VotesResult } from './votes.ts';

export interface CastOptions {
  readonly votes: number;
  /** Per second; each is cast when its time has come, whether or not the ones before were answered. */
  readonly rate: number;
  /** Only the first so many phones cast; left out: all in turn. */
  readonly voters?: number;
  /** Group whose watched phones show the votes; left out: the voters' own. */
  readonly shownBy?: string;
}

interface Received {
  readonly frames: number;
  readonly bytes: number;
  /** Lines the server ended since the group came. */
  readonly lost: number;
  readonly phones: number;
}

const EVERY_MS = 25;
const QUIET_MS = 250;
const PATIENCE = 30_000;

/** Groups of phones by name. */
export class Crowd {
  readonly #groups = new Map<string, CrowdGroup>();
  #draining: NodeJS.Timeout | null = null;
  #drainAt = 0;
  #nextVote = 1;

  async join(name: string, options: GroupOptions): Promise<Came> {
    const group = new CrowdGroup();
    this.#groups.set(name, group);
    return group.bring(options);
  }

  leave(name: string): void {
    this.#group(name).leave();
    this.#groups.delete(name);
  }

  /** Phones that are not live read about once a second, each at another moment; or not at all. */
  drain(on: boolean): void {
    if (this.#draining) clearInterval(this.#draining);
    this.#draining = on ? setInterval(() => this.#drainSome(), EVERY_MS) : null;
  }

  /** All read until nothing comes any more, and what came since the last time is counted. */
  async receive(name: string): Promise<Received> {
    const group = this.#group(name);
    const { phones } = group;
    for (let before = -1; before !== group.frames;) {
      before = group.frames;
      for (const phone of phones) phone.read();
      await pause(QUIET_MS);
    }
    const received = { frames: group.frames, bytes: group.bytes, lost: group.lost, phones: phones.length };
    for (const { count } of phones) [count.frames, count.bytes] = [0, 0];
    return received;
  }

  /** The newest tally on a watched phone, as it came over the line. */
  lastFrame(name: string): string {
    const { lastText } = this.#group(name).screens[0] ?? { lastText: '' };
    if (lastText === '') throw new Error(`No phone called ${name} has shown anything.`);
    return `42["tally",${lastText}]`;
  }

  /** Casts, and waits until every vote is answered and every watched screen shows them all, or half a minute. */
  async cast(name: string, { votes: size, rate, voters, shownBy = name }: CastOptions): Promise<VotesResult> {
    const group = this.#group(name);
    const { screens } = this.#group(shownBy);
    for (const screen of screens) screen.forget();
    const votes = new Votes(this.#nextVote, size);
    this.#nextVote += size;
    group.votes = votes;
    const some = group.phones.slice(0, voters ?? group.phones.length);
    const began = performance.now();
    for (let sent = 0; sent < size;) {
      const due = Math.min(size, Math.floor(((performance.now() - began) * rate) / 1_000) + 1);
      for (; sent < due; sent += 1) {
        votes.sent(performance.now());
        some[sent % some.length]?.cast(votes.first + sent);
      }
      await pause(1);
    }
    await until(() => votes.answered === size);
    const { finalVersion } = votes;
    await until(() => screens.every(({ version }) => version >= finalVersion));
    group.votes = null;
    return votes.result(screens);
  }

  #drainSome(): void {
    const lazy = [...this.#groups.values()].flatMap(({ phones }) => phones.filter(({ live }) => !live));
    const many = Math.ceil((lazy.length * EVERY_MS) / 1_000);
    for (let n = 0; n < many; n += 1) lazy[this.#drainAt++ % lazy.length]?.read();
  }

  #group(name: string): CrowdGroup {
    const group = this.#groups.get(name);
    if (!group) throw new Error(`There are no phones called ${name}.`);
    return group;
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (!isSo() && performance.now() < deadline) await pause(5);
}
