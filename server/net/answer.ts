import type { Socket } from 'socket.io';
import type { z } from 'zod';
import { type Ack, rejected } from '../../shared/ack.ts';
import type { ClientToServer, ServerToClient } from '../../shared/events.ts';
import type { Log } from '../ops/log.ts';
import type { Allowance } from './rate-limit.ts';

/** What is known of whoever is at the other end. */
export interface Caller {
  /** `null`: no identity yet, because too many new devices came from this address. */
  readonly participant: string | null;
  /** The signed token of an identity made at this very handshake, or presented from storage. */
  readonly device: string | null;
  /** Asked anew for each command: a session may have been ended meanwhile. */
  readonly isMaker: () => Promise<boolean>;
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

/**
 * The only way an event gets in: limits the rate, parses, catches everything, and answers exactly once. A packet
 * without a callback is dropped, because calling what is not there would end the process.
 */
export function answer<E extends keyof ClientToServer, S extends z.ZodType>(
  socket: MitwerkSocket,
  log: Log,
  event: E,
  schema: S,
  handle: (command: z.infer<S>) => Promise<Ack<AnswerOf<E>>>,
): void {
  const listen = async (raw: unknown, reply: unknown) => {
    if (typeof reply !== 'function') return;
    const respond = (ack: Ack<AnswerOf<E>>) => reply(ack);
    if (!socket.data.allowance.take()) return respond(rejected('too_fast'));
    const command = schema.safeParse(raw);
    if (!command.success) return respond(rejected('command_invalid'));
    try {
      respond(await handle(command.data));
    } catch (error) {
      log.error({ error, event }, 'an event could not be answered');
      respond(rejected('unavailable'));
    }
  };
  // The protocol's table types what well-behaved clients send; what arrives is unknown until it is parsed.
  (socket as unknown as Socket).on(event as string, listen);
}

/** The same for what only the maker may ask. */
export function answerMaker<E extends keyof ClientToServer, S extends z.ZodType>(
  socket: MitwerkSocket,
  log: Log,
  event: E,
  schema: S,
  handle: (command: z.infer<S>) => Promise<Ack<AnswerOf<E>>>,
): void {
  answer(socket, log, event, schema, async (command) =>
    (await socket.data.isMaker()) ? handle(command) : rejected('not_allowed'),
  );
}
