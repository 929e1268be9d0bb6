import { type Ack, accepted, rejected } from '../../shared/ack.ts';
import type { Done } from '../../shared/events.ts';
import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import type { Decision } from '../domain/decision.ts';
import { evolve } from '../domain/evolve.ts';
import type { Clock } from '../ops/clock.ts';
import type { Store } from '../store/store.ts';
import type { Peers } from './peers.ts';
import { sharedTurn } from './shared-turn.ts';

interface TurnDeps {
  readonly store: Pick<Store, 'commit' | 'readBoard'>;
  readonly clock: Clock;
  readonly peers: Pick<Peers, 'overtake'>;
  /** As it is known here. */
  readonly board: () => Board;
  /** It was committed, or (`null`) found in the store. */
  readonly become: (next: Board, change: Change | null) => Promise<void>;
  /** [S7] Whether the store, where this was found, has lost some of what was told here. */
  readonly hasLost: (found: Board) => Promise<boolean>;
  /** [S7] All begins anew with what the store holds. */
  readonly beginAnew: (found: Board) => Promise<void>;
  /** The store knows it no more. */
  readonly gone: () => void;
  /** When the ballots that are on their way have been counted. */
  readonly settled: () => Promise<void>;
}

/** Each is one reading of the board and one decision; more than these say that something else is wrong. */
const TRIES = 10;

/** Until it is looked again whether a commit that failed was written. */
const DOUBT_MS = 1_000;

/** [S7] It is not there since the store was out of reach, and nobody has removed it. */
class BoardLost extends Error {
  override readonly name = 'BoardLost';

  constructor(boardId: string) {
    super(`the store has lost board ${boardId}`);
  }
}

/** Commands and readings of one board, one after the other: each starts with what the one before has left. */
export class Turn {
  readonly #deps: TurnDeps;
  #last: Promise<unknown> = Promise.resolve();
  #isInDoubt = false;
  #isRemoved = false;
  #isGone = false;
  #isStopped = false;

  constructor(deps: TurnDeps) {
    this.#deps = deps;
  }

  /** Decides a structural command on the board as it is now, and commits the change. */
  change(decide: (board: Board, now: number) => Decision): Promise<Ack<Done>> {
    return this.#take(() => this.#change(decide));
  }

  /** [N3] Reads the board anew, for what others have committed. */
  readonly reread: () => Promise<void> = sharedTurn(() => this.#take(() => this.#reread()));

  /** [S7] The store was out of reach: before anything is decided it is looked what it holds now. */
  doubt(): void {
    this.#isInDoubt = true;
  }

  /** Somebody has removed the board: that it is not there any more is no loss. */
  expectGone(): void {
    this.#isRemoved = true;
  }

  get isInDoubt(): boolean {
    return this.#isInDoubt;
  }

  /** The store knows the board no more. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Resolves after the last of them. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#last;
  }

  #take<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#last.then(act);
    this.#last = result.catch(() => {});
    return result;
  }

  async #change(decide: (board: Board, now: number) => Decision): Promise<Ack<Done>> {
    const { clock, board, become, settled } = this.#deps;
    if (this.#isInDoubt) await this.#reread();
    for (let attempt = 1; ; attempt += 1) {
      if (this.#isGone) return rejected('not_found');
      const now = clock.now();
      const decision = decide(board(), now);
      if (!decision.ok) return decision;
      const { change } = decision;
      if (!change) return accepted({ seq: board().seq });
      const next = evolve(board(), change);
      if (await this.#commit(next, change, now)) {
        await become(next, change);
        return accepted({ seq: next.seq });
      }
      if (attempt === TRIES)
        throw new Error(`version ${next.seq} of board ${next.id} could not be committed`);
      // Another node was faster, or a ballot than taking its round's opening back: the rules say what comes of that.
      await settled();
      await this.#reread();
    }
  }

  async #commit(next: Board, change: Change, now: number): Promise<boolean> {
    try {
      return await this.#deps.store.commit(next, change, now);
    } catch (fault) {
      this.#doubt();
      throw fault;
    }
  }

  /** [N4] It may have been written all the same: nothing is decided before that is known, and it is soon looked for. */
  #doubt(): void {
    this.#isInDoubt = true;
    this.#deps.clock.after(DOUBT_MS, () => {
      if (this.#isInDoubt && !this.#isStopped) this.reread().catch(() => this.#doubt());
    });
  }

  async #reread(): Promise<void> {
    const { store, board, become, hasLost, beginAnew, peers, gone } = this.#deps;
    if (this.#isGone) return;
    const { id, seq } = board();
    const wasInDoubt = this.#isInDoubt;
    // Before it is read: a store that is lost meanwhile is in doubt anew.
    this.#isInDoubt = false;
    try {
      let found = await store.readBoard(id);
      const isLost = found !== null && wasInDoubt && (await hasLost(found));
      if (isLost) {
        await peers.overtake(id, seq);
        found = await store.readBoard(id);
      }
      if (found) await (isLost ? beginAnew(found) : become(found, null));
      else if (wasInDoubt && !this.#isRemoved) throw new BoardLost(id);
      else {
        this.#isGone = true;
        gone();
      }
    } catch (fault) {
      this.#isInDoubt ||= wasInDoubt;
      throw fault;
    }
  }
}
