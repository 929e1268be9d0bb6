import type { Audience, TallyFrame } from '../../shared/board-view.ts';
import type { Round } from '../domain/round.ts';
import { Moves } from './moves.ts';
import { Pace } from './pace.ts';
import type { RoomDeps } from './room-deps.ts';
import { tellFrames } from './tell.ts';
import { runOf } from './tell-board.ts';
import { type Crowd, tickInterval } from './tick-interval.ts';
import { Ticker } from './ticker.ts';

/** Presence alone is worth a tick only every two seconds: joining must not make the whole room talk. */
const PRESENCE_MS = 2_000;

interface TicksDeps extends Pick<RoomDeps, 'clock' | 'speaker' | 'counters'> {
  readonly boardId: string;
  /** The round whose tally moves. */
  readonly focus: () => Round | undefined;
  readonly viewers: () => number;
  readonly frame: (audience: Audience) => TallyFrame;
  /** Whether other nodes have counted what is not known here, and how to read that. */
  readonly isBehind: () => boolean;
  readonly readTally: () => Promise<void>;
}

/** What a room tells of its tally, and when. */
export class Ticks {
  readonly #deps: TicksDeps;
  readonly #ticker: Ticker;
  readonly #moves = new Moves();
  readonly #pace = new Pace();

  constructor(deps: TicksDeps) {
    this.#deps = deps;
    const { clock, speaker } = deps;
    this.#ticker = new Ticker(
      clock,
      () => tickInterval(this.#crowd, speaker.load),
      (told) => {
        this.#pace.tick(clock.now());
        this.#tick(told);
      },
    );
  }

  /** The tally has moved. */
  mark(): void {
    this.#ticker.mark();
  }

  /** Phones have come or gone. */
  markCrowd(): void {
    this.#ticker.markLater(PRESENCE_MS);
  }

  /** So many ballots were taken at once. */
  cast(ballots: number): void {
    this.#pace.cast(ballots);
  }

  /** What was told before counts no more: the next tick is whole. */
  beginAnew(): void {
    this.#moves.forget();
    this.#ticker.mark();
  }

  stop(): void {
    this.#ticker.stop();
  }

  get #crowd(): Crowd {
    const { focus, viewers } = this.#deps;
    return { viewers: viewers(), entries: focus()?.entries.length ?? 0, ballotsPerMs: this.#pace.perMs };
  }

  /** What other nodes have counted is read once for each tick. What cannot be read now is marked when it is looked again. */
  #tick(told: () => void): void {
    const { isBehind, readTally } = this.#deps;
    if (isBehind()) readTally().then(() => this.#tell(told), told);
    else this.#tell(told);
  }

  #tell(told: () => void): void {
    // Closed while it was read: a board that is gone has been told so.
    if (this.#ticker.isStopped) return;
    const { boardId, speaker, counters, focus, frame } = this.#deps;
    counters.ticks += 1;
    tellFrames(speaker, boardId, runOf(focus()), frame, (whole) => this.#moves.shorten(whole));
    speaker.told(boardId, told);
  }
}
