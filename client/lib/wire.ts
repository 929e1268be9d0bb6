import type { Ack } from '../../shared/ack.ts';
import type { ClientToServer, ServerToClient } from '../../shared/events.ts';

export type Command<E extends keyof ClientToServer> = Parameters<ClientToServer[E]>[0];
export type Answer<E extends keyof ClientToServer> =
  Parameters<Parameters<ClientToServer[E]>[1]>[0] extends Ack<infer T> ? T : never;

/** `woke`: the page came back to the front; the connection may be dead without knowing it. */
export type Happening = 'live' | 'lost' | 'woke';

/** What a board needs of its connection. `Link` is the real one, tests bring their own. */
export interface Wire {
  readonly state: 'connecting' | 'live' | 'lost';
  /** Never rejects: no answer within `ms`, else as long as the line has been found to need, is `unavailable`. */
  call<E extends keyof ClientToServer>(event: E, command: Command<E>, ms?: number): Promise<Ack<Answer<E>>>;
  /** Returns how to stop listening. */
  on<E extends keyof ServerToClient>(event: E, listener: ServerToClient[E]): () => void;
  watch(listener: (happening: Happening) => void): () => void;
  /** Drops the connection, dead or not, and makes a new one at once. */
  reconnect(): void;
}
