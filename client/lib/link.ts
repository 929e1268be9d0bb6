import { io, type Socket } from 'socket.io-client';
import { createSubscriber } from 'svelte/reactivity';
import { type Ack, rejected } from '../../shared/ack.ts';
import type { ClientToServer, ServerToClient } from '../../shared/events.ts';
import { browserKeep, DEVICE_KEY } from './keep.ts';
import type { Answer, Command, Happening, Wire } from './wire.ts';

const ANSWER_MS = 8_000;
/** A dead line is noticed by the library's pings before this. */
const MOST_ANSWER_MS = 60_000;
const REFUSED_RETRY_MS = 5_000;

/** The one connection of a page. It reconnects for ever; `state` may be read in markup. */
export class Link implements Wire {
  readonly #socket: Socket;
  readonly #watchers = new Set<(happening: Happening) => void>();
  readonly #stateRead: () => void;
  #stateChanged: () => void = () => {};
  #state: Wire['state'] = 'connecting';
  /** Doubled whenever an answer did not come in time: on a very slow line no try would ever get its own. */
  #patience = ANSWER_MS;

  constructor(options: { url?: string } = {}) {
    const keep = browserKeep();
    this.#stateRead = createSubscriber((changed) => {
      this.#stateChanged = changed;
    });
    this.#socket = io(options.url ?? location.origin, {
      transports: ['websocket'],
      reconnectionDelay: 500,
      // The default cap of 5 s has no jitter: a thousand phones would come back in the same second.
      reconnectionDelayMax: 30_000,
      auth: (tell) => {
        const device = keep.read(DEVICE_KEY);
        tell(device === null ? {} : { device });
      },
    });
    this.#socket.on('connect', () => this.#become('live'));
    this.#socket.on('disconnect', () => this.#become('lost'));
    this.#socket.on('connect_error', () => {
      this.#become('lost');
      // A refused handshake is not retried by the library.
      if (!this.#socket.active)
        setTimeout(() => this.#socket.connect(), REFUSED_RETRY_MS * (1 + Math.random()));
    });
    addEventListener('online', () => this.#wake());
    addEventListener('pageshow', () => this.#wake());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#wake();
    });
  }

  get state(): Wire['state'] {
    this.#stateRead();
    return this.#state;
  }

  call<E extends keyof ClientToServer>(
    event: E,
    command: Command<E>,
    ms = this.#patience,
  ): Promise<Ack<Answer<E>>> {
    return new Promise((resolve) => {
      this.#socket.timeout(ms).emit(event, command, (late: Error | null, ack: Ack<Answer<E>>) => {
        // A cut line ends every call at once, and says nothing about how slow it was.
        if (late && this.#state === 'live')
          this.#patience = Math.max(this.#patience, Math.min(2 * ms, MOST_ANSWER_MS));
        resolve(late ? rejected('unavailable') : ack);
      });
    });
  }

  on<E extends keyof ServerToClient>(event: E, listener: ServerToClient[E]): () => void {
    const hear = (...told: unknown[]) => Reflect.apply(listener, undefined, told);
    this.#socket.on<string>(event, hear);
    return () => this.#socket.off<string>(event, hear);
  }

  watch(listener: (happening: Happening) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  reconnect(): void {
    this.#socket.disconnect().connect();
  }

  #wake(): void {
    if (this.#state === 'lost') this.reconnect();
    else if (this.#state === 'live') this.#tell('woke');
  }

  #become(state: 'live' | 'lost'): void {
    this.#state = state;
    this.#stateChanged();
    this.#tell(state);
  }

  #tell(happening: Happening): void {
    for (const watcher of [...this.#watchers]) watcher(happening);
  }
}
