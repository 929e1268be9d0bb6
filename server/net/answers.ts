import type { Socket } from 'socket.io';
import type { z } from 'zod';
import { type Ack, rejected } from '../../shared/ack.ts';
import type { ClientToServer, ServerToClient } from '../../shared/events.ts';
import type { MakerAccess } from '../access/maker.ts';
import type { Counters } from '../ops/counters.ts';
import type { Log } from '../ops/log.ts';
import type { Limit } from '../store/limits.ts';
import { Prepared } from './prepared.ts';
import type { Allowance } from '../store/allowance.ts';

/** What is known of whoever is at the other end. */
export interface Caller {
  /** `null`: no identity yet, because too many new devices came from this address. */
  readonly participant: string | null;
  /** The signed token of an identity made at this very handshake, or presented from storage. */
  readonly device: string | null;
  /** Held a maker's session at the handshake; asked anew for each command, because it may have been ended meanwhile. */
  readonly cookie: string | undefined;
  readonly allowance: Allowance;
  /** Of joins: each may bring the whole board. */
  readonly joins: Allowance;
  /** The board this socket looks at; leaving it is the call. */
  leave: () => void;
}

export type MitwerkSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Caller>;

/** What an event answers, by the protocol's table. */
export type AnswerOf<E extends keyof ClientToServer> =
  Parameters<Parameters<ClientToServer[E]>[1]>[0] extends Ack<infer T> ? T : never;

type Handle<E extends keyof ClientToServer, S extends z.ZodType> = (
  command: z.infer<S>,
  socket: MitwerkSocket,
) => Promise<Ack<AnswerOf<E>>>;

/** Answers the JSON of the acknowledgement. */
type Answer = (socket: MitwerkSocket, raw: unknown) => Promise<string>;

/**
 * The only way an event gets in: limits the rate, parses, catches everything, and answers exactly once. A packet
 * without a callback is dropped, because calling what is not there would end the process. One table for all sockets: a
 * listener per event and socket would cost a fifth of an idle phone's memory.
 */
export class Answers {
  readonly #log: Log;
  readonly #makers: Pick<MakerAccess, 'allows'>;
  /** Of words for others to read: ideas, objections, names. */
  readonly #words: Limit;
  readonly #counters: Counters;
  readonly #table = new Map<string, Answer>();
  /** One function for all sockets, as Socket.IO calls it. */
  readonly #listener: (this: Socket, event: string, raw: unknown, reply: unknown) => void;

  constructor(parts: { log: Log; makers: Pick<MakerAccess, 'allows'>; words: Limit; counters: Counters }) {
    this.#log = parts.log;
    this.#makers = parts.makers;
    this.#words = parts.words;
    this.#counters = parts.counters;
    const hear = this.#hear.bind(this);
    this.#listener = function (event, raw, reply) {
      void hear(this as unknown as MitwerkSocket, event, raw, reply);
    };
  }

  /** `encode` makes the JSON of an answer; many may share parts of it. */
  toAnyone<E extends keyof ClientToServer, S extends z.ZodType, A extends Ack<unknown> = Ack<AnswerOf<E>>>(
    event: E,
    schema: S,
    handle: (command: z.infer<S>, socket: MitwerkSocket) => Promise<A>,
    encode: (ack: A) => string = JSON.stringify,
  ): void {
    this.#table.set(event, async (socket, raw) => {
      const command = schema.safeParse(raw);
      return command.success ? encode(await handle(command.data, socket)) : INVALID;
    });
  }

  /** For what is somebody's own: without an identity there is nobody whose it is. */
  toParticipant<E extends keyof ClientToServer, S extends z.ZodType>(
    event: E,
    schema: S,
    handle: (command: z.infer<S>, participant: string, socket: MitwerkSocket) => Promise<Ack<AnswerOf<E>>>,
    encode?: (ack: Ack<AnswerOf<E>>) => string,
  ): void {
    this.toAnyone(
      event,
      schema,
      async (command, socket) => {
        const { participant } = socket.data;
        return participant === null ? rejected('too_many_devices') : handle(command, participant, socket);
      },
      encode,
    );
  }

  /** The same for words that others will read: a spammer is slowed. */
  toAuthor<E extends keyof ClientToServer, S extends z.ZodType>(
    event: E,
    schema: S,
    handle: (command: z.infer<S>, participant: string) => Promise<Ack<AnswerOf<E>>>,
  ): void {
    this.toParticipant(event, schema, async (command, participant) =>
      (await this.#words.take(participant)) ? handle(command, participant) : rejected('too_fast'),
    );
  }

  toMaker<E extends keyof ClientToServer, S extends z.ZodType>(
    event: E,
    schema: S,
    handle: Handle<E, S>,
  ): void {
    this.toAnyone(event, schema, async (command, socket) =>
      (await this.isMaker(socket)) ? handle(command, socket) : rejected('not_allowed'),
    );
  }

  isMaker({ data }: MitwerkSocket): Promise<boolean> {
    return this.#makers.allows(data.cookie);
  }

  listenTo(socket: MitwerkSocket): void {
    // The protocol's table types what well-behaved clients send; what arrives is unknown until it is parsed.
    (socket as unknown as Socket).onAny(this.#listener);
  }

  /** Exactly one answer, whatever happens. */
  async #hear(socket: MitwerkSocket, event: string, raw: unknown, reply: unknown): Promise<void> {
    const answer = this.#table.get(event);
    if (!answer || typeof reply !== 'function') return;
    const json = await this.#answer(event, answer, socket, raw);
    this.#counters.acknowledgements += 1;
    reply(new Prepared(socket as unknown as Socket, json));
  }

  async #answer(event: string, answer: Answer, socket: MitwerkSocket, raw: unknown): Promise<string> {
    if (!socket.data.allowance.take()) return TOO_FAST;
    try {
      return await answer(socket, raw);
    } catch (error) {
      this.#log.error({ error, event }, 'an event could not be answered');
      return UNAVAILABLE;
    }
  }
}

const INVALID = JSON.stringify(rejected('command_invalid'));
const TOO_FAST = JSON.stringify(rejected('too_fast'));
const UNAVAILABLE = JSON.stringify(rejected('unavailable'));
