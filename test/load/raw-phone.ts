import type { TallyFrame } from '../../shared/board-view.ts';
import type { CastBallot, JoinBoard } from '../../shared/commands.ts';
import type { ClientToServer, Joined } from '../../shared/events.ts';
import { RawSocket } from './raw-socket.ts';

export type Asked = keyof ClientToServer;
export type CommandOf<E extends Asked> = Parameters<ClientToServer[E]>[0];
export type AnswerOf<E extends Asked> = Parameters<Parameters<ClientToServer[E]>[1]>[0];

export interface RawPhoneOptions {
  /** Like `http://127.0.0.1:4400`. */
  readonly origin: string;
  /** The identity a server gave this phone before; without it the server makes a new one. */
  readonly device?: string | null;
  readonly cookie?: string;
  readonly onTally?: (frame: TallyFrame) => void;
  readonly onClosed?: (reason: string) => void;
}

/** Milliseconds a phone waits for an answer, as the real one does. */
const PATIENCE = 8_000;
const TALLY = '42["tally",';
/** Stands for the handshake among the answers waited for. */
const OPENING = -1;

interface Waiting {
  readonly resolve: (ack: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** A phone that speaks Socket.IO 5 over engine.io 4 by hand; `ask` rejects when the line breaks or nobody answers. */
export class RawPhone {
  /** The identity to present when this phone comes again. */
  device: string | null;
  readonly #socket: RawSocket;
  readonly #options: RawPhoneOptions;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 0;

  private constructor(options: RawPhoneOptions) {
    this.#options = options;
    this.device = options.device ?? null;
    this.#socket = new RawSocket(
      options.origin,
      '/socket.io/?EIO=4&transport=websocket',
      options.cookie === undefined ? {} : { Cookie: options.cookie },
      { text: (text) => this.#hear(text), closed: (reason) => this.#lose(reason) },
    );
  }

  static async connect(options: RawPhoneOptions): Promise<RawPhone> {
    const phone = new RawPhone(options);
    await phone.#expect(OPENING, 'connecting');
    return phone;
  }

  ask<E extends Asked>(event: E, command: CommandOf<E>): Promise<AnswerOf<E>> {
    if (!this.#socket.open) return Promise.reject(new Error('The line is closed.'));
    const id = this.#nextId++;
    this.#socket.send(`42${id}${JSON.stringify([event, command])}`);
    return this.#expect(id, event) as Promise<AnswerOf<E>>;
  }

  /** Joins a board and keeps the identity the server gave. A known `seq` spares the view. */
  async join(command: JoinBoard): Promise<Joined> {
    const ack = await this.ask('board:join', command);
    if (!ack.ok) throw new Error(`board:join was refused: ${ack.no.code}`);
    this.device = ack.value.device ?? this.device;
    return ack.value;
  }

  cast(command: CastBallot): Promise<AnswerOf<'ballot:cast'>> {
    return this.ask('ballot:cast', command);
  }

  close(): void {
    this.#socket.close();
  }

  cut(): void {
    this.#socket.cut();
  }

  #hear(text: string): void {
    if (text.startsWith(TALLY)) {
      // Most phones only drain: what nobody looks at is not parsed.
      this.#options.onTally?.(JSON.parse(text.slice(TALLY.length, -1)) as TallyFrame);
    } else if (text === '2') this.#socket.send('3');
    else if (text.startsWith('43')) this.#answer(text);
    else if (text.startsWith('0')) this.#socket.send(`40${JSON.stringify(this.#auth())}`);
    else if (text.startsWith('40')) this.#settle(OPENING, undefined);
    else if (text.startsWith('44')) this.#socket.cut(`the server refused with ${text.slice(2)}`);
    else if (text === '1' || text === '41') this.#socket.cut();
  }

  #expect(id: number, what: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`${what} was not answered within ${PATIENCE} ms.`));
        if (id === OPENING) this.cut();
      }, PATIENCE);
      this.#waiting.set(id, { resolve, reject, timer });
    });
  }

  #auth(): { device?: string } {
    return this.device === null ? {} : { device: this.device };
  }

  #answer(text: string): void {
    const bracket = text.indexOf('[');
    this.#settle(Number(text.slice(2, bracket)), (JSON.parse(text.slice(bracket)) as unknown[])[0]);
  }

  #settle(id: number, ack: unknown): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting.resolve(ack);
  }

  #lose(reason: string): void {
    const error = new Error(`The line is lost: ${reason}.`);
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#waiting.clear();
    this.#options.onClosed?.(reason);
  }
}
