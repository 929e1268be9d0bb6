import { type Ack, accepted, type Rejection } from '../../shared/ack.ts';
import type { Audience, BoardView, OwnBallot, TallyFrame } from '../../shared/board-view.ts';
import type { BallotCast, Done } from '../../shared/events.ts';
import { checkBallot } from '../domain/ballot.ts';
import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import type { Decision } from '../domain/decision.ts';
import { findRound, type Round } from '../domain/round.ts';
import { NO_BALLOTS, type StoredTally } from '../domain/tally.ts';
import { viewBoard } from '../domain/view.ts';
import { closeOverdue, RoundAlarm } from './alarm.ts';
import { BallotBox, type CommittedBatch } from './ballot-box.ts';
import { castAnswer } from './cast-answer.ts';
import { focusOf, frameOf } from './focus.ts';
import { Following } from './following.ts';
import { hasLost } from './has-lost.ts';
import type { Mark } from './peers.ts';
import { Presence } from './presence.ts';
import { recounted } from './recounted.ts';
import type { RoomDeps } from './room-deps.ts';
import { reuse } from './reuse.ts';
import { Seen } from './seen.ts';
import { Tallies } from './tallies.ts';
import { makeVoters } from './voters.ts';
import { tellWindows } from './windows.ts';
import { viewsOf } from './tell.ts';
import { tellBoard, tellToAsk } from './tell-board.ts';
import { Ticks } from './ticks.ts';
import { Turn } from './turn.ts';

/** One board in memory: decides by the domain's rules, commits through the store, tells on the tick. */
export class Room {
  /** How often its ideas were looked at. */
  readonly seen = new Seen();
  readonly #deps: RoomDeps;
  readonly #box: BallotBox;
  readonly #ticks: Ticks;
  readonly #presence: Presence;
  readonly #alarm: RoundAlarm;
  readonly #tallies: Tallies;
  readonly #turn: Turn;
  readonly #following: Following;
  #board: Board;

  private constructor(board: Board, tallies: Tallies, deps: RoomDeps, gone: () => void) {
    this.#deps = deps;
    this.#board = board;
    this.#tallies = tallies;
    const boardId = board.id;
    this.#box = new BallotBox({ ...deps, boardId, committed: (batch) => this.#committed(batch) });
    this.#presence = new Presence(() => this.#ticks.markCrowd());
    this.#turn = new Turn({
      ...deps,
      board: () => this.#board,
      become: (next, change) => this.#become(next, change),
      settled: () => this.#box.settled(),
      hasLost: (found) => hasLost(found, this.#board, tallies),
      beginAnew: (found) => this.#beginAnew(found),
      gone,
    });
    this.#following = new Following({
      ...deps,
      tallies,
      board: () => this.#board,
      here: () => this.#presence,
      reread: this.#turn.reread,
      isInDoubt: () => this.#turn.isInDoubt,
      mark: () => this.#ticks.mark(),
      crowd: () => this.#ticks.markCrowd(),
    });
    this.#ticks = new Ticks({
      ...deps,
      boardId,
      focus: () => this.focus,
      viewers: () => this.#presence.viewers,
      frame: (audience) => this.frame(audience),
      isBehind: () => this.#following.isBehind,
      readTally: () => this.#following.readTally(),
    });
    this.#alarm = new RoundAlarm(deps, () => this.change(closeOverdue));
    this.#alarm.set(board);
  }

  /** The room of a stored board, with the tallies of its current runs. `gone` is called if the store knows it no more. */
  static async load(board: Board, deps: RoomDeps, gone: () => void = () => {}): Promise<Room> {
    return new Room(board, await Tallies.load(board, deps.store), deps, gone);
  }

  get board(): Board {
    return this.#board;
  }

  /** What this audience may see now. */
  view(audience: Audience): BoardView {
    return viewBoard(this.#board, (round) => this.#tallies.of(round), audience, this.#present);
  }

  /** The counters of a round's current run. */
  tally(roundId: string): StoredTally {
    const round = findRound(this.#board, roundId);
    return round ? this.#tallies.of(round) : NO_BALLOTS;
  }

  /** All that the tally says to this audience now; a tick may tell less of it. */
  frame(audience: Audience): TallyFrame {
    return frameOf(this.#board, (round) => this.#tallies.of(round), audience, this.#present);
  }

  /** The round whose tally moves: the open one, else the one that is shown. */
  get focus(): Round | undefined {
    return focusOf(this.#board);
  }

  /** Somebody looks at the board: a `phone` is counted and shown, any viewer costs a delivery. Call to leave. */
  enter(as: 'phone' | 'viewer' = 'phone'): () => void {
    const leave = this.#presence.enter(as);
    this.#following.start();
    return leave;
  }

  /** Takes a ballot, and answers after the durable commit. Rejects if the store failed: nothing was written then. */
  cast(participant: string, ballot: OwnBallot): Promise<Ack<BallotCast>> {
    return this.#ask(() => this.#cast(participant, ballot));
  }

  /** Decides a structural command on the board as it is now, commits the change, and tells every audience. */
  change(decide: (board: Board, now: number) => Decision): Promise<Ack<Done>> {
    return this.#ask(() => this.#turn.change(decide));
  }

  /** Another node has told something of this board. */
  hear(mark: Mark): void {
    if (mark.seq === null) this.#turn.expectGone();
    this.#following.hear(mark);
    // Who is not told now sees it with the next join.
    tellWindows(mark, this, this.#deps).catch(() => {});
  }

  /** [S7] The store was out of reach. */
  doubt(): void {
    this.#turn.doubt();
  }

  /** [N6] What is shown now is at most a second old. */
  get isCurrent(): boolean {
    return this.#following.isCurrent;
  }

  get isGone(): boolean {
    return this.#turn.isGone;
  }

  /** [N6] Afterwards it is all that other nodes had committed before this was asked for. */
  catchUp(): Promise<void> {
    return this.#following.catchUp();
  }

  /** Ends the room after the last answer was given. */
  async close(): Promise<void> {
    this.#alarm.stop();
    this.#ticks.stop();
    await this.#turn.stop();
    await this.#box.settled();
    await this.#following.end();
  }

  get #present(): number {
    return this.#presence.phones + this.#following.elsewhere;
  }

  /** [N6] A refusal must not rest on what another node has changed meanwhile. */
  async #ask<T>(ask: () => Promise<Ack<T>>): Promise<Ack<T>> {
    const { seq } = this.#board;
    const ack = await ask();
    if (ack.ok || !this.#deps.peers.exist) return ack;
    await this.catchUp();
    return seq === this.#board.seq ? ack : ask();
  }

  async #cast(participant: string, ballot: OwnBallot): Promise<Ack<BallotCast>> {
    const round = findRound(this.#board, ballot.roundId);
    if (!round) return { ok: false, no: { code: 'not_found' } };
    const no: Rejection | null = checkBallot(round, ballot, this.#deps.clock.now());
    if (no) return { ok: false, no };
    const counted = await this.#box.cast({ participant, ...ballot });
    if (!counted.ok) return counted;
    return accepted(castAnswer(findRound(this.#board, round.id) ?? round, counted));
  }

  async #become(read: Board, change: Change | null): Promise<void> {
    const old = this.#board;
    const next = change ? read : reuse(old, read);
    // Before anybody gets to know the new version: the counts that go with it are told with it.
    const rounds = recounted(old, next, change, this.#deps.peers.exist);
    const learn = await this.#tallies.readAll(rounds).catch((error: unknown) => {
      this.#deps.log.error({ error, boardId: next.id }, 'a tally could not be read again');
    });
    // [A2] Not earlier: a ballot that is counted meanwhile is no part of this change, and what it moves is told on the tick.
    const before = viewsOf((audience) => this.view(audience));
    learn?.();
    if (next.seq !== old.seq) {
      this.#board = next;
      const after = viewsOf((audience) => this.view(audience));
      tellBoard(this.#deps.speaker, { old, next, change }, { before, after }, this.focus);
      this.#alarm.set(next);
      if (change) this.#deps.peers.signal({ boardId: next.id, seq: next.seq, tally: null, cast: [] });
    }
    // What one idea has in a duel depends on which others are on the ballot.
    if (!change || change.kind === 'ideas-changed') this.#ticks.mark();
  }

  /** [S7] What was told before counts no more: everybody asks for the view. */
  async #beginAnew(found: Board): Promise<void> {
    const learn = await this.#tallies.readAll(found.rounds);
    this.#tallies.forget();
    learn();
    this.#board = found;
    this.#alarm.set(found);
    tellToAsk(this.#deps.speaker, found);
    this.#ticks.beginAnew();
  }

  #committed(batch: CommittedBatch): void {
    const { speaker, peers } = this.#deps;
    const { id: boardId, seq } = this.#board;
    const { roundId, run, tally, counted } = batch;
    // Before the tick, so that whoever has just voted is told as a voter.
    if (findRound(this.#board, roundId)?.results === 'after-vote') makeVoters(speaker, boardId, batch);
    this.#ticks.cast(counted.length);
    const isNew = this.#tallies.learn({ roundId, run }, tally);
    // The acknowledgements go out first: they are few, and somebody waits for each.
    if (isNew) setImmediate(() => this.#ticks.mark());
    if (!peers.exist || (!isNew && counted.length === 0)) return;
    const cast = counted.map(({ participant }) => participant);
    peers.signal({ boardId, seq, tally: { roundId, run, version: tally.version }, cast });
  }
}
