import { type Ack, accepted, type Rejection } from '../../shared/ack.ts';
import type { Audience, BoardView, OwnBallot, TallyFrame } from '../../shared/board-view.ts';
import type { BallotCast, Done } from '../../shared/events.ts';
import { checkBallot } from '../domain/ballot.ts';
import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import type { Decision } from '../domain/decision.ts';
import { evolve } from '../domain/evolve.ts';
import { findRound, type Round } from '../domain/round.ts';
import { closeRound, overdueRound } from '../domain/run.ts';
import { NO_BALLOTS, type StoredTally, tallyFor } from '../domain/tally.ts';
import { viewBoard } from '../domain/view.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import { BallotBox, type CommittedBatch } from './ballot-box.ts';
import { Presence } from './presence.ts';
import type { RunOf, Speaker } from './speaker.ts';
import { tellDifference, tellFrames, viewsOf } from './tell.ts';
import { Ticker, tickInterval } from './ticker.ts';

export interface RoomDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly speaker: Speaker;
}

/** Presence alone is worth a tick only every two seconds: joining must not make the whole room talk. */
const PRESENCE_MS = 2_000;

/** One board in memory: decides by the domain's rules, commits through the store, tells on the tick. */
export class Room {
  readonly #deps: RoomDeps;
  readonly #box: BallotBox;
  readonly #ticker: Ticker;
  readonly #presence: Presence;
  /** By round and run, because a late answer may belong to a run that is over. */
  readonly #tallies: Map<string, StoredTally>;
  #board: Board;
  /** Structural commands one after the other: each decides on what the one before has committed. */
  #turn: Promise<unknown> = Promise.resolve();
  #cancelAlarm = () => {};
  #closed = false;

  private constructor(board: Board, tallies: Map<string, StoredTally>, deps: RoomDeps) {
    this.#deps = deps;
    this.#board = board;
    this.#tallies = tallies;
    const { store, clock } = deps;
    this.#box = new BallotBox({
      boardId: board.id,
      store,
      clock,
      committed: (batch) => this.#committed(batch),
    });
    this.#presence = new Presence(() => this.#ticker.markLater(PRESENCE_MS));
    this.#ticker = new Ticker(
      clock,
      () => tickInterval(this.#presence.viewers),
      () => this.#tellTally(),
    );
    this.#setAlarm();
  }

  /** The room of a stored board, with the tallies of its current runs. */
  static async load(board: Board, deps: RoomDeps): Promise<Room> {
    const tallies = new Map<string, StoredTally>();
    for (const { id, run, before } of board.rounds) {
      // The run before is shown again when the opening of this one is taken back.
      for (const shown of [run, before?.run ?? 0]) {
        if (shown > 0) tallies.set(keyOf(id, shown), await deps.store.readTally(id, shown));
      }
    }
    return new Room(board, tallies, deps);
  }

  get board(): Board {
    return this.#board;
  }

  /** What this audience may see now. */
  view(audience: Audience): BoardView {
    return viewBoard(this.#board, (round) => this.#tallyOf(round), audience, this.#presence.phones);
  }

  /** The counters of a round's current run. */
  tally(roundId: string): StoredTally {
    const round = findRound(this.#board, roundId);
    return round ? this.#tallyOf(round) : NO_BALLOTS;
  }

  /** What the next tick would tell this audience. */
  frame(audience: Audience): TallyFrame {
    const { seq } = this.#board;
    const present = this.#presence.phones;
    const round = this.focus;
    if (!round) return { seq, present };
    const tally = tallyFor(round, this.#tallyOf(round), audience);
    return { seq, present, roundId: round.id, run: round.run, tally };
  }

  /** The round whose tally moves: the open one, else the one that is shown. */
  get focus(): Round | undefined {
    const { rounds, currentRoundId } = this.#board;
    return rounds.find(({ status }) => status === 'open') ?? rounds.find(({ id }) => id === currentRoundId);
  }

  /** Somebody looks at the board: a `phone` is counted and shown, any viewer costs a delivery. Call to leave. */
  enter(as: 'phone' | 'viewer' = 'phone'): () => void {
    return this.#presence.enter(as);
  }

  /** Takes a ballot, and answers after the durable commit. Rejects if the store failed: nothing was written then. */
  async cast(participant: string, ballot: OwnBallot): Promise<Ack<BallotCast>> {
    const round = findRound(this.#board, ballot.roundId);
    if (!round) return { ok: false, no: { code: 'not_found' } };
    const no: Rejection | null = checkBallot(round, ballot, this.#deps.clock.now());
    if (no) return { ok: false, no };

    const counted = await this.#box.cast({ participant, ...ballot });
    if (!counted.ok) return counted;
    return accepted({
      ballot: counted.answer.ballot,
      tally: tallyFor(findRound(this.#board, round.id) ?? round, counted.tally, 'voter'),
    });
  }

  /** Decides a structural command on the board as it is now, commits the change, and tells every audience. */
  change(decide: (board: Board, now: number) => Decision): Promise<Ack<Done>> {
    const result = this.#turn.then(() => this.#change(decide));
    this.#turn = result.catch(() => {});
    return result;
  }

  /** Ends the room after the last answer was given. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelAlarm();
    await this.#turn;
    await this.#box.settled();
    this.#ticker.stop();
  }

  async #change(decide: (board: Board, now: number) => Decision): Promise<Ack<Done>> {
    for (let attempt = 1; ; attempt += 1) {
      const now = this.#deps.clock.now();
      const decision = decide(this.#board, now);
      if (!decision.ok) return decision;
      const next = evolve(this.#board, decision.change);
      if (await this.#deps.store.commit(next, decision.change, now)) {
        this.#become(next, decision.change);
        return accepted({ seq: next.seq });
      }
      if (attempt === 2) throw new Error(`version ${next.seq} of board ${next.id} could not be committed`);
      // A ballot was faster than taking its round's opening back: with it counted, the rules say why that is refused.
      await this.#box.settled();
    }
  }

  #become(next: Board, change: Change): void {
    const { speaker } = this.#deps;
    const before = viewsOf((audience) => this.view(audience));
    const oldStage = this.#board.stageToken;
    this.#board = next;
    if (next.stageToken !== oldStage) speaker.dismissStage(next.id);
    const concerned =
      'roundId' in change && change.roundId !== null ? findRound(next, change.roundId) : undefined;
    const after = viewsOf((audience) => this.view(audience));
    tellDifference(speaker, runOf(concerned ?? this.focus), before, after);
    this.#setAlarm();
  }

  #committed({ roundId, run, tally, counted }: CommittedBatch): void {
    const key = keyOf(roundId, run);
    if (tally.version <= (this.#tallies.get(key)?.version ?? 0)) return;
    this.#tallies.set(key, tally);
    // Before the tick, so that whoever has just voted is told as a voter.
    if (findRound(this.#board, roundId)?.results === 'after-vote') {
      for (const participant of counted) {
        this.#deps.speaker.makeVoter(this.#board.id, participant, { roundId, run });
      }
    }
    // The acknowledgements go out first: they are few, and somebody waits for each.
    setImmediate(() => this.#ticker.mark());
  }

  #tellTally(): void {
    tellFrames(this.#deps.speaker, this.#board.id, runOf(this.focus), (audience) => this.frame(audience));
  }

  /** The server's clock ends a round, whoever is watching. */
  #setAlarm(): void {
    this.#cancelAlarm();
    if (this.#closed) return;
    const { clock, log } = this.#deps;
    const open = this.#board.rounds.find(({ status, closesAt }) => status === 'open' && closesAt !== null);
    if (open?.closesAt == null) return;
    this.#cancelAlarm = clock.after(open.closesAt - clock.now(), () => {
      this.change((board, now) => {
        const due = overdueRound(board, now);
        return due ? closeRound(board, due.id, now) : { ok: false, no: { code: 'round_wrong_status' } };
      }).catch((error: unknown) => {
        log.error(
          { error, boardId: this.#board.id },
          'a round could not be closed at its end time; trying again',
        );
        this.#cancelAlarm = clock.after(1_000, () => this.#setAlarm());
      });
    });
  }

  #tallyOf(round: Round): StoredTally {
    return this.#tallies.get(keyOf(round.id, round.run)) ?? NO_BALLOTS;
  }
}

function runOf(round: Round | undefined): RunOf | null {
  return round ? { roundId: round.id, run: round.run } : null;
}

function keyOf(roundId: string, run: number): string {
  return `${roundId}/${run}`;
}
