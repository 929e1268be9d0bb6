import { type Ack, accepted } from '../../shared/ack.ts';
import type { ClientToServer, ServerToClient } from '../../shared/events.ts';
import type { Answer, Command, Happening, Wire } from '../../client/lib/wire.ts';

interface Call {
  readonly event: string;
  readonly command: Record<string, unknown>;
  answer(ack: Ack<never>): Promise<void>;
}

/** A connection whose other end is the test: it sees every call and answers when it likes. */
export class FakeWire implements Wire {
  state: Wire['state'] = 'connecting';
  readonly calls: Call[] = [];
  reconnects = 0;
  readonly #watchers = new Set<(happening: Happening) => void>();
  readonly #listeners = new Map<string, Set<(told: never) => void>>();

  call<E extends keyof ClientToServer>(event: E, command: Command<E>): Promise<Ack<Answer<E>>> {
    return new Promise((resolve) => {
      this.calls.push({
        event,
        command: { ...command },
        answer: async (ack) => {
          resolve(ack);
          await settled();
        },
      });
    });
  }

  on<E extends keyof ServerToClient>(event: E, listener: ServerToClient[E]): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  watch(listener: (happening: Happening) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  reconnect(): void {
    this.reconnects += 1;
  }

  happen(happening: Happening): void {
    if (happening !== 'woke') this.state = happening;
    for (const watcher of this.#watchers) watcher(happening);
  }

  tell<E extends keyof ServerToClient>(event: E, ...told: Parameters<ServerToClient[E]>): void {
    for (const listener of this.#listeners.get(event) ?? []) Reflect.apply(listener, undefined, told);
  }

  /** The oldest call of this event that was not taken yet. */
  take(event: string): Call {
    const at = this.calls.findIndex((call) => call.event === event);
    const [call] = at < 0 ? [] : this.calls.splice(at, 1);
    if (!call) throw new Error(`nobody called ${event}`);
    return call;
  }

  /** Answers the next call of this event with a yes. */
  async accept(event: string, value: unknown): Promise<Record<string, unknown>> {
    const call = this.take(event);
    await call.answer(accepted(value) as Ack<never>);
    return call.command;
  }
}

/** Lets everything that was waiting for an answer go on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}
