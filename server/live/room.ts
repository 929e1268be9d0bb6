import { type Ack, accepted, type Rejection } from '../../shared/ack.ts';
import type { Audience, BoardView, OwnBallot, TallyFrame } from '../../shared/board-view.ts';
import type { BallotCast, Done } from '../../shared/events.ts';
import { WHOLE_TALLY_ENTRIES } from '../../shared/tally.ts';
import { checkBallot } from '../domain/ballot.ts';
import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import type { Decision } from '../domain/decision.ts';
import { evolve } from '../domain/evolve.ts';
import { mineOf } from '../domain/mine.ts';
import { findRound, type Round } from '../domain/round.ts';
import { closeRound, overdueRound } from '../domain/run.ts';
import { NO_BALLOTS, type StoredTally, tallyFor } from '../domain/tally.ts';
import { viewBoard } from '../domain/view.ts';
import type { Clock } from '../ops/clock.ts';
import type { Counters } from '../ops/counters.ts';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import { RoundAlarm } from './alarm.ts';
import { BallotBox, type CommittedBatch } from './ballot-box.ts';
import { concernedBy } from './concerned.ts';
import { Moves } from './moves.ts';
import { Presence } from './presence.ts';
import { Seen } from './seen.ts';
import type { RunOf, Speaker } from './speaker.ts';
import { Tallies } from './tallies.ts';
import { tellDifference, tellFrames, viewsOf } from './tell.ts';
import { tickInterval } from './tick-interval.ts';
import { Ticker } from './ticker.ts';

export interface RoomDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly speaker: Speaker;
  readonly counters: Counters;
}

/** Presence alone is worth a tick only every two seconds: joining must not make the whole room talk. */
const PRESENCE_MS = 2_000;

/** One board in memory: decides by the domain's rules, commits through the store, tells on the tick. */
export class Room {
  /** How often its ideas were looked at. */
  readonly seen = new Seen();
  readonly #deps: RoomDeps;
  readonly #box: BallotBox;
  readonly #ticker: Ticker;
  readonly #presence: Presence;
  readonly #alarm: RoundAlarm;
  readonly #moves = new Moves();
  readonly #tallies: Tallies;
  #board: Board;
  /** Structural commands one after the other: each decides on what the one before has committed. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(board: Board, tallies: Tallies, deps: RoomDeps) {
    this.#deps = deps;
    this.#board = board;
    this.#tallies = tallies;
    const { store, clock, counters, speaker } = deps;
    this.#box = new BallotBox({
      boardId: board.id,
      store,
      clock,
      counters,
      committed: (batch) => this.#committed(batch),
    });
    this.#presence = new Presence(() => this.#ticker.markLater(PRESENCE_MS));
    this.#ticker = new Ticker(
      clock,
      () => tickInterval(this.#presence.viewers, this.focus?.entries.length ?? 0, speaker.load),
      () => this.#tellTally(),
      (then) => speaker.told(board.id, then),
    );
    this.#alarm = new RoundAlarm(deps, () => this.change(closeOverdue));
    this.#alarm.set(board);
  }

  /** The room of a stored board, with the tallies of its current runs. */
  static async load(board: Board, deps: RoomDeps): Promise<Room> {
    return new Room(board, await Tallies.load(board, deps.store), deps);
  }

  get board(): Board {
    return this.#board;
  }

  /** What this audience may see now. */
  view(audience: Audience): BoardView {
    return viewBoard(this.#board, (round) => this.#tallies.of(round), audience, this.#presence.phones);
  }

  /** The counters of a round's current run. */
  tally(roundId: string): StoredTally {
    const round = findRound(this.#board, roundId);
    return round ? this.#tallies.of(round) : NO_BALLOTS;
  }

  /** All that the tally says to this audience now; a tick may tell less of it. */
  frame(audience: Audience): TallyFrame {
    const { seq } = this.#board;
    const present = this.#presence.phones;
    const round = this.focus;
    if (!round) return { seq, present };
    const tally = tallyFor(round, this.#tallies.of(round), audience);
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
    const counting = counted.answer.ballot;
    // The tick brings it to all at once; a copy of thousands of counts for each tap would cost more than the taps.
    if (round.entries.length > WHOLE_TALLY_ENTRIES && round.results === 'live') {
      return accepted({ ballot: counting });
    }
    const audience = counting.entries.length > 0 ? 'voter' : 'follower';
    const now = findRound(this.#board, round.id) ?? round;
    return accepted({ ballot: counting, tally: tallyFor(now, counted.tally, audience) });
  }

  /** Decides a structural command on the board as it is now, commits the change, and tells every audience. */
  change(decide: (board: Board, now: number) => Decision): Promise<Ack<Done>> {
    const result = this.#turn.then(() => this.#change(decide));
    this.#turn = result.catch(() => {});
    return result;
  }

  /** Ends the room after the last answer was given. */
  async close(): Promise<void> {
    this.#alarm.stop();
    await this.#turn;
    await this.#box.settled();
    this.#ticker.stop();
  }

  async #change(decide: (board: Board, now: number) => Decision): Promise<Ack<Done>> {
    for (let attempt = 1; ; attempt += 1) {
      const now = this.#deps.clock.now();
      const decision = decide(this.#board, now);
      if (!decision.ok) return decision;
      const { change } = decision;
      if (!change) return accepted({ seq: this.#board.seq });
      const next = evolve(this.#board, change);
      if (await this.#deps.store.commit(next, change, now)) {
        await this.#become(next, change);
        return accepted({ seq: next.seq });
      }
      if (attempt === 2) throw new Error(`version ${next.seq} of board ${next.id} could not be committed`);
      // A ballot was faster than taking its round's opening back: with it counted, the rules say why that is refused.
      await this.#box.settled();
    }
  }

  async #become(next: Board, change: Change): Promise<void> {
    const { speaker } = this.#deps;
    const before = viewsOf((audience) => this.view(audience));
    // Before anybody gets to know the new version: the counts that go with it are told with it.
    if (mergesAnew(change)) await this.#reread(change.roundId);
    const old = this.#board;
    this.#board = next;
    if (next.stageToken !== old.stageToken) speaker.dismissStage(next.id);
    const changed =
      'roundId' in change && change.roundId !== null ? findRound(next, change.roundId) : undefined;
    const after = viewsOf((audience) => this.view(audience));
    tellDifference(speaker, runOf(changed ?? this.focus), before, after);
    for (const participant of concernedBy(change, old)) {
      speaker.tellMine(next.id, participant, () => mineOf(next, participant));
    }
    // What one idea has in a duel depends on which others are on the ballot.
    if (change.kind === 'ideas-changed') this.#ticker.mark();
    this.#alarm.set(next);
  }

  /** The change is committed whatever comes of this: if it fails, the next ballot brings the counts. */
  async #reread(roundId: string): Promise<void> {
    const round = findRound(this.#board, roundId);
    for (const run of [round?.run ?? 0, round?.before?.run ?? 0]) {
      if (run === 0) continue;
      await this.#tallies.reread({ roundId, run }).catch((error: unknown) => {
        this.#deps.log.error({ error, boardId: this.#board.id }, 'a tally could not be read again');
      });
    }
  }

  #committed({ roundId, run, tally, counted }: CommittedBatch): void {
    const { speaker } = this.#deps;
    // Before the tick, so that whoever has just voted is told as a voter.
    if (findRound(this.#board, roundId)?.results === 'after-vote') {
      for (const { participant, entries } of counted) {
        if (entries.length > 0) speaker.makeVoter(this.#board.id, participant, { roundId, run });
        else speaker.unmakeVoter(this.#board.id, participant, { roundId, run });
      }
    }
    // The acknowledgements go out first: they are few, and somebody waits for each.
    if (this.#tallies.learn({ roundId, run }, tally)) setImmediate(() => this.#ticker.mark());
  }

  #tellTally(): void {
    const { speaker, counters } = this.#deps;
    counters.ticks += 1;
    tellFrames(
      speaker,
      this.#board.id,
      runOf(this.focus),
      (audience) => this.frame(audience),
      (frame) => this.#moves.shorten(frame),
    );
  }
}

function closeOverdue(board: Board, now: number): Decision {
  const due = overdueRound(board, now);
  return due ? closeRound(board, due.id, now) : { ok: false, no: { code: 'round_wrong_status' } };
}

/** [M4] Whether some ideas are counted for others than before. */
function mergesAnew(change: Change): change is Extract<Change, { kind: 'ideas-changed' }> {
  return change.kind === 'ideas-changed' && change.ideas.some(({ fields }) => 'into' in fields);
}

function runOf(round: Round | undefined): RunOf | null {
  return round ? { roundId: round.id, run: round.run } : null;
}
