import { type Applied, applyCast, applyDelta, applyFrame } from '../../shared/apply.ts';
import type { Rejection } from '../../shared/ack.ts';
import type { BoardDelta, BoardView, MakerBoard, OwnBallot, RoundView } from '../../shared/board-view.ts';
import type { Boot } from '../../shared/boot.ts';
import { type Entry, isVotable } from '../../shared/entry.ts';
import type { Joined } from '../../shared/events.ts';
import type { Mine } from '../../shared/mine.ts';
import { Ballots } from './ballots.svelte.ts';
import { browserKeep, DEVICE_KEY, type Keep } from './keep.ts';
import { Link } from './link.ts';
import { OwnIdeas } from './own-ideas.svelte.ts';
import type { Outbox } from './outbox.svelte.ts';
import type { PendingIdea } from './pending-ideas.ts';
import { askWithin, mayShowVotersMore } from './rejoin.ts';
import { ServerTime } from './server-time.ts';
import { roundSeed, shuffled } from './shuffle.ts';
import type { Happening, Wire } from './wire.ts';

/** A phone that slept must notice quickly that its connection is dead. */
const WOKEN_ANSWER_MS = 2_500;
const RETRY_MS = 3_000;
const SHUFFLE_KEY = 'mitwerk.shuffle';

export interface LiveBoardOptions {
  readonly as: 'follower' | 'stage' | 'maker';
  readonly slug?: string;
  readonly stageToken?: string;
  readonly boot: Boot;
  readonly link?: Wire;
  readonly keep?: Keep;
  readonly now?: () => number;
}

/** A board as this page sees it, kept current over lost packets, sleep and reconnects. */
export class LiveBoard {
  readonly link: Wire;
  readonly #options: LiveBoardOptions;
  readonly #keep: Keep;
  readonly #time: ServerTime;
  readonly #stop: (() => void)[];
  #view = $state.raw<BoardView | null>(null);
  #status = $state<'loading' | 'live' | 'lost' | 'gone' | 'missing'>('loading');
  #maker = $state.raw<MakerBoard | null>(null);
  #no = $state.raw<Rejection | null>(null);
  #shuffle = $state<number | null>(null);
  #ballots = $state.raw<Ballots | null>(null);
  #ideas = $state.raw<OwnIdeas | null>(null);
  /** The server has told which ballots of this device count. */
  known = $state(false);
  #joining = false;

  constructor(options: LiveBoardOptions) {
    this.#options = options;
    this.#keep = options.keep ?? browserKeep();
    this.#time = new ServerTime(options.now ?? Date.now, options.boot.board?.now);
    this.link = options.link ?? new Link();
    const kept = Number.parseInt(this.#keep.read(SHUFFLE_KEY) ?? '', 10);
    this.#shuffle = options.boot.board?.shuffle ?? (Number.isNaN(kept) ? null : kept);
    if (options.as === 'follower' && options.boot.board?.view) this.#show(options.boot.board.view);
    this.#stop = [
      this.link.watch((happening) => this.#follow(happening)),
      this.link.on('delta', (delta) => this.#change(delta)),
      this.link.on('tally', (frame) => this.#apply((view) => applyFrame(view, frame))),
      this.link.on('ballot', (cast) => this.#ballots?.take(cast)),
      this.link.on('mine', (mine) => this.#ideas?.replaceMine(mine)),
      this.link.on('gone', () => this.#end('gone')),
    ];
    if (this.link.state === 'live') this.#join();
  }

  get view(): BoardView | null {
    return this.#view;
  }

  get status(): 'loading' | 'live' | 'lost' | 'gone' | 'missing' {
    return this.#status;
  }

  /** Why the board could not be joined; it is tried again where that helps. */
  get no(): Rejection | null {
    return this.#no;
  }

  get maker(): MakerBoard | null {
    return this.#maker;
  }

  /** What this participant has handed in, as the server has it; `null` until the board was joined. */
  get mine(): Mine | null {
    return this.#ideas?.mine ?? null;
  }

  /** The round on the phones and on the stage. */
  get currentRound(): RoundView | null {
    return this.round(this.#view?.head.currentRoundId ?? null);
  }

  round(roundId: string | null): RoundView | null {
    return this.#view?.rounds.find(({ id }) => id === roundId) ?? null;
  }

  /** Milliseconds since 1970 by the server's clock. */
  serverNow(): number {
    return this.#time.now();
  }

  /** This device's counted ballot in the current run of the round; `null` also once it was withdrawn. */
  ownBallot(roundId: string): OwnBallot | null {
    const ballot = this.#ofRun(roundId, this.#ballots?.counted(roundId));
    return ballot?.entries.length ? ballot : null;
  }

  /** The ballot of the current run that still has to reach the server; an empty one withdraws. */
  pending(roundId: string): OwnBallot | null {
    return this.#ofRun(roundId, this.#ballots?.pending(roundId));
  }

  /** Why this device's last ballot in the round was not counted, or, while it is pending, not yet. */
  refused(roundId: string): Rejection | null {
    return this.#ballots?.refused(roundId, this.round(roundId)?.run) ?? null;
  }

  /** No entries: the ballot is taken back. */
  cast(roundId: string, entries: readonly string[], points?: readonly number[]): void {
    const round = this.round(roundId);
    if (round) this.#ballots?.cast(roundId, round.run, entries, points);
  }

  /** What keeps the ideas handed in here until the server has stored them; `null` until the board is known. */
  openOutbox(Kind: typeof Outbox): Outbox | null {
    return this.#ideas?.open(Kind) ?? null;
  }

  /** The ideas of this device that the server has not stored yet, refused ones among them. */
  pendingIdeas(roundId: string): readonly PendingIdea[] {
    return this.#ideas?.pending(roundId) ?? [];
  }

  refusedIdea(ideaId: string): Rejection | null {
    return this.#ideas?.refused(ideaId) ?? null;
  }

  /** Forgets a pending idea: given up, or taken back into the form. */
  dropIdea(ideaId: string): void {
    this.#ideas?.drop(ideaId);
  }

  /** What is on the round's ballot, in this participant's order; `null` until that order is known. */
  order(roundId: string): readonly Entry[] | null {
    const round = this.round(roundId);
    if (!round || this.#shuffle === null) return null;
    return shuffled(round.entries.filter(isVotable), roundSeed(this.#shuffle, roundId));
  }

  /** Stops listening. The link stays open for whoever shares it. */
  dispose(): void {
    for (const stop of this.#stop.splice(0)) stop();
  }

  #follow(happening: Happening): void {
    if (this.#status === 'gone' || this.#status === 'missing') return;
    if (happening === 'lost') this.#status = 'lost';
    else this.#join(happening === 'woke' ? WOKEN_ANSWER_MS : undefined);
  }

  async #join(ms?: number, missed?: BoardView): Promise<void> {
    if (this.#joining || this.#stop.length === 0) return;
    this.#joining = true;
    const within = missed ? askWithin(missed) : 0;
    if (within > 0) await new Promise((go) => setTimeout(go, within * Math.random()));
    // Whoever shares the link may look at another board by now.
    if (this.#stop.length === 0) return;
    const { as, slug, stageToken } = this.#options;
    const sentAt = this.#time.start();
    const ack = await this.link.call(
      'board:join',
      { as, ...(slug && { slug }), ...(stageToken && { stageToken }), ...this.#heldSeq() },
      ms,
    );
    this.#joining = false;
    if (this.#stop.length === 0) return;
    if (ack.ok) {
      this.#time.learn(ack.value.now, sentAt);
      this.#take(ack.value);
    } else this.#explain(ack.no, ms !== undefined);
  }

  #take(joined: Joined): void {
    if (joined.view) this.#show(joined.view);
    this.#no = null;
    this.#status = 'live';
    this.#maker = joined.maker ?? null;
    this.#shuffle = joined.shuffle;
    this.#keep.write(SHUFFLE_KEY, String(joined.shuffle));
    if (joined.device) this.#keep.write(DEVICE_KEY, joined.device);
    this.#ballots?.replaceCounted(joined.ballots);
    this.known = true;
    this.#ballots?.sendPending();
    if (joined.mine) this.#ideas?.join(joined.mine, this.#view);
    this.#apply((view) => applyFrame(view, joined.frame));
  }

  #explain(no: Rejection, woken: boolean): void {
    this.#no = no;
    if (no.code === 'not_found' || no.code === 'command_invalid') this.#end('missing');
    else if (no.code === 'not_allowed') this.#end(this.#options.as === 'stage' ? 'gone' : 'missing');
    else if (woken) this.link.reconnect();
    else setTimeout(() => this.link.state === 'live' && this.#join(), RETRY_MS * (1 + Math.random()));
  }

  #end(status: 'gone' | 'missing'): void {
    this.#status = status;
    this.dispose();
  }

  #show(view: BoardView): void {
    this.#view = view;
    const deps = { boardId: view.head.id, wire: this.link, keep: this.#keep };
    this.#ideas ??= new OwnIdeas(deps);
    this.#ballots ??= new Ballots({
      ...deps,
      now: () => this.serverNow(),
      counted: (cast) => this.#apply((held) => applyCast(held, cast)),
      outdated: () => this.#join(),
    });
  }

  /** A step that changes nothing in the view is about what only makers see beside it: that comes with joining. */
  #change(delta: BoardDelta): void {
    this.#apply((view) => applyDelta(view, delta));
    if (this.#options.as === 'maker' && delta.changes.length === 0) this.#join();
  }

  #apply(step: (view: BoardView) => Applied): void {
    if (this.#view === null) return;
    const applied = step(this.#view);
    if (applied === 'stale') this.#join(undefined, this.#view);
    else this.#view = applied;
  }

  #heldSeq(): { seq?: number } {
    const view = this.#view;
    if (view === null || (this.#status === 'loading' && view.rounds.some(mayShowVotersMore))) return {};
    return { seq: view.seq };
  }

  #ofRun(roundId: string, ballot: OwnBallot | null | undefined): OwnBallot | null {
    return ballot && ballot.run === this.round(roundId)?.run ? ballot : null;
  }
}
