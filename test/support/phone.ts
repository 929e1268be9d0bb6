import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import type { Ack } from '../../shared/ack.ts';
import { type Applied, applyCast, applyDelta, applyFrame } from '../../shared/apply.ts';
import type { BoardView, OwnBallot, TallyFrame } from '../../shared/board-view.ts';
import type { CastBallot, JoinBoard } from '../../shared/commands.ts';
import type { BallotCast, ClientToServer, Joined, ServerToClient } from '../../shared/events.ts';
import type { SubmitIdea } from '../../shared/idea-commands.ts';
import type { Mine, OwnIdea } from '../../shared/mine.ts';

type Asked = keyof ClientToServer;
type CommandOf<E extends Asked> = Parameters<ClientToServer[E]>[0];
type AckOf<E extends Asked> = Parameters<Parameters<ClientToServer[E]>[1]>[0];
export type ValueOf<E extends Asked> = AckOf<E> extends Ack<infer T> ? T : never;

/** Milliseconds it waits for an answer: less than a test may take, more than a busy machine lets it wait. */
export const PATIENCE = 30_000;

/** A real socket.io-client that keeps its view as the product's client does. */
export class Phone {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  view: BoardView | null = null;
  joined: Joined | null = null;
  mine: Mine | null = null;
  readonly frames: TallyFrame[] = [];
  readonly fromOtherWindows: BallotCast[] = [];
  isGone = false;
  /** What it does where it has missed something: the product's client asks for the view. */
  missed = (): void => {
    throw new Error('the phone missed a delta');
  };
  #rev = 0;

  constructor(
    url: string,
    { device, headers = {} }: { device?: string; headers?: Readonly<Record<string, string>> } = {},
  ) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: device === undefined ? {} : { device },
      extraHeaders: { ...headers },
    });
    this.socket.on('tally', (frame) => {
      this.frames.push(frame);
      if (this.view) this.#take(applyFrame(this.view, frame));
    });
    this.socket.on('delta', (delta) => {
      if (this.view) this.#take(applyDelta(this.view, delta));
    });
    this.socket.on('ballot', (cast) => {
      this.fromOtherWindows.push(cast);
      if (this.view) this.view = applyCast(this.view, cast);
    });
    this.socket.on('mine', (mine) => {
      this.mine = mine;
    });
    this.socket.on('gone', () => {
      this.isGone = true;
    });
  }

  ask<E extends Asked>(event: E, command: CommandOf<E>): Promise<AckOf<E>> {
    // The table of events ties command and answer together; socket.io-client's types cannot follow a generic event.
    const socket = this.socket as unknown as Socket;
    return socket.timeout(PATIENCE).emitWithAck(event, command);
  }

  /** Asks, and throws on a "no". */
  async must<E extends Asked>(event: E, command: CommandOf<E>): Promise<ValueOf<E>> {
    const ack: Ack<unknown> = await this.ask(event, command);
    if (!ack.ok) throw new Error(`${event} was refused: ${ack.no.code}`);
    return ack.value as ValueOf<E>;
  }

  async join(command: JoinBoard): Promise<Joined> {
    const joined = await this.must('board:join', command);
    this.joined = joined;
    this.mine = joined.mine ?? null;
    this.view = joined.view ?? this.view;
    if (this.view) this.#take(applyFrame(this.view, joined.frame));
    return joined;
  }

  /** The entries of the current round by their titles. */
  entry(title: string): string {
    const entry = this.round.entries.find((draft) => draft.title === title);
    if (!entry) throw new Error(`no draft is called ${title}`);
    return entry.id;
  }

  get round() {
    const round = this.view?.rounds.find(({ id }) => id === this.view?.head.currentRoundId);
    if (!round || !this.view) throw new Error('no round is shown');
    return round;
  }

  /** Casts by titles; `with` overrides parts of the command. */
  async tryCast(titles: readonly string[], with_: Partial<CastBallot> = {}): Promise<Ack<BallotCast>> {
    this.#rev = with_.rev ?? this.#rev + 1;
    const ack = await this.ask('ballot:cast', {
      boardId: this.view?.head.id ?? '',
      roundId: this.round.id,
      run: this.round.run,
      rev: this.#rev,
      entries: titles.map((title) => this.entry(title)),
      ...with_,
    });
    if (ack.ok && this.view) this.view = applyCast(this.view, ack.value);
    return ack;
  }

  async cast(...titles: string[]): Promise<OwnBallot> {
    const ack = await this.tryCast(titles);
    if (!ack.ok) throw new Error(`the ballot was refused: ${ack.no.code}`);
    return ack.value.ballot;
  }

  /** Hands an idea in to the current round; `with` overrides parts of the command. */
  trySubmit(title: string, with_: Partial<SubmitIdea> = {}): Promise<Ack<{ idea: OwnIdea }>> {
    return this.ask('idea:submit', {
      boardId: this.view?.head.id ?? '',
      roundId: this.round.id,
      ideaId: randomUUID(),
      title,
      text: '',
      picture: null,
      alt: '',
      ...with_,
    });
  }

  /** Answers the id. */
  async submit(title: string, with_: Partial<SubmitIdea> = {}): Promise<string> {
    const ack = await this.trySubmit(title, with_);
    if (!ack.ok) throw new Error(`the idea was refused: ${ack.no.code}`);
    return ack.value.idea.id;
  }

  /** What the screen would show: votes by title, without zeros; `null` if hidden. */
  get tally(): Record<string, number> | null {
    const { entries, tally } = this.round;
    const { counts } = tally;
    if (counts === null) return null;
    return Object.fromEntries(
      entries.map(({ title }, i) => [title, counts[i] ?? 0]).filter(([, count]) => count !== 0),
    );
  }

  async close(): Promise<void> {
    if (!this.socket.connected) return;
    const closed = once(this.socket as never, 'disconnect');
    this.socket.disconnect();
    await closed;
  }

  #take(applied: Applied): void {
    if (applied === 'stale') this.missed();
    else this.view = applied;
  }
}
