import type { Board } from '../domain/board.ts';
import type { Clock } from '../ops/clock.ts';
import type { Standing } from '../store/standings.ts';
import { focusOf } from './focus.ts';
import type { Mark, Peers } from './peers.ts';
import type { RunOf } from './speaker.ts';
import type { Tallies } from './tallies.ts';
import { runOf } from './tell-board.ts';
import { Watch } from './watch.ts';

interface FollowingDeps {
  readonly peers: Peers;
  readonly clock: Clock;
  readonly tallies: Tallies;
  readonly board: () => Board;
  readonly here: () => { readonly phones: number; readonly viewers: number };
  /** Reads the board again and tells what has changed. */
  readonly reread: () => Promise<void>;
  /** Whether the store still holds what was told is not known. */
  readonly isInDoubt: () => boolean;
  /** The tally has moved elsewhere: the tick reads it. */
  readonly mark: () => void;
  /** Phones have come or gone elsewhere. */
  readonly crowd: () => void;
}

/** Of the time that goes by, reading a board again takes at most a fifth: one with 2,000 ideas may get a new one each moment. */
const REST = 4;

/** [N3] [N5] [N6] How a room keeps up with what other nodes do to its board. */
export class Following {
  readonly #deps: FollowingDeps;
  readonly #watch: Watch;
  #isResting = false;
  #isAsked = false;

  constructor(deps: FollowingDeps) {
    this.#deps = deps;
    this.#watch = new Watch({
      ...deps,
      boardId: deps.board().id,
      here: () => {
        const { phones, viewers } = deps.here();
        return { phones, viewers, of: this.#focus };
      },
      found: (standing, of) => this.#found(standing, of),
    });
  }

  /** Phones at other nodes. */
  get elsewhere(): number {
    return this.#watch.elsewhere;
  }

  /** Somebody has come to look at the board. */
  start(): void {
    this.#watch.start();
  }

  end(): Promise<void> {
    return this.#watch.end();
  }

  /** Another node has told something of this board. */
  hear({ seq, tally }: Mark): void {
    if (seq === null || seq > this.#deps.board().seq) this.#rereadSoon();
    if (tally) this.#heard(tally, tally.version);
  }

  /** What is shown now is at most a second old: somebody looks, and is told; or it was just looked. */
  get isCurrent(): boolean {
    const { peers, here, isInDoubt } = this.#deps;
    if (!peers.exist || here().viewers > 0) return true;
    return this.#watch.isFresh && !this.isBehind && !isInDoubt();
  }

  /** Another node has counted what is not known here. */
  get isBehind(): boolean {
    const of = this.#focus;
    return of !== null && this.#deps.tallies.isBehind(of);
  }

  /** Afterwards the room holds all that was committed before this was asked for. */
  async catchUp(): Promise<void> {
    if (!this.#deps.peers.exist) return;
    await this.#watch.look();
    if (this.isBehind) await this.readTally();
  }

  async readTally(): Promise<void> {
    const of = this.#focus;
    if (of) await this.#deps.tallies.reread(of);
  }

  get #focus(): RunOf | null {
    return runOf(focusOf(this.#deps.board()));
  }

  /** `of` is what was asked for: another run may be in focus by now. */
  async #found(standing: Standing | null, of: RunOf | null): Promise<void> {
    const { board, reread, isInDoubt } = this.#deps;
    if (standing?.seq !== board().seq || isInDoubt()) await reread();
    if (standing && of) this.#heard(of, standing.version);
  }

  #heard(of: RunOf, version: number): void {
    const { tallies, here, mark } = this.#deps;
    if (tallies.heard(of, version) && here().viewers > 0) mark();
  }

  #rereadSoon(): void {
    this.#isAsked = true;
    if (this.#isResting) return;
    this.#isResting = true;
    this.#isAsked = false;
    const { clock, reread } = this.#deps;
    const began = clock.now();
    const goOn = () => {
      this.#isResting = false;
      if (this.#isAsked) this.#rereadSoon();
    };
    // What cannot be read now is read when it is next looked how the board stands.
    reread()
      .catch(() => {})
      .finally(() => {
        const took = clock.now() - began;
        if (took > 0) clock.after(REST * took, goOn);
        else goOn();
      });
  }
}
