import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type ManagerOptions,
  io as connect,
  type Socket as Client,
  type SocketOptions,
} from 'socket.io-client';
import { Server, type Socket } from 'socket.io';
import type { FanOut } from '../../server/net/fan-out/fan-out.ts';
import { giveFanOut } from '../../server/net/fan-out/fan-out-adapter.ts';
import { Counters } from '../../server/ops/counters.ts';
import { CALM } from '../../server/ops/loop-load.ts';
import { PATIENCE } from './phone.ts';

/** Somebody in the hall: the client, its socket on the server, and what it heard, in order. */
export interface Listener {
  readonly client: Client;
  readonly socket: Socket;
  readonly heard: unknown[][];
}

/** A Socket.IO server with nothing of the product but its fan-out, or with none of it. */
export class Hall implements AsyncDisposable {
  readonly counters = new Counters();
  readonly io: Server;
  readonly fanOut: FanOut | null;
  readonly #http = createServer();
  readonly #listeners: Listener[] = [];

  /** `compresses`: whoever offers compression, as `ws` does, gets it. */
  constructor(kind: 'fan-out' | 'stock' = 'fan-out', compresses = false) {
    this.io = new Server(this.#http, {
      transports: ['polling', 'websocket'],
      perMessageDeflate: compresses && { threshold: 0 },
    });
    this.fanOut = kind === 'fan-out' ? giveFanOut(this.io, this.counters, CALM) : null;
    this.io.on('connection', (socket) => socket.on('done', (answer: () => void) => answer()));
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  /** Comes in and sits down in these rooms. */
  async enter(
    rooms: readonly string[],
    how: Partial<ManagerOptions & SocketOptions> = {},
  ): Promise<Listener> {
    const client = connect(`http://127.0.0.1:${this.port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...how,
    });
    await new Promise<void>((resolve) => client.once('connect', resolve));
    const socket = this.io.sockets.sockets.get(client.id ?? '');
    if (!socket) throw new Error('nobody came in');
    const heard: unknown[][] = [];
    client.onAny((...event) => heard.push(event));
    socket.join([...rooms]);
    const listener = { client, socket, heard };
    this.#listeners.push(listener);
    return listener;
  }

  /** An answer asked for now comes after all that was told. */
  async delivered(): Promise<void> {
    const here = this.#listeners.filter(({ client }) => client.connected);
    await Promise.all(here.map(({ client }) => client.timeout(PATIENCE).emitWithAck('done')));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { client } of this.#listeners) client.disconnect();
    await this.io.close();
  }
}
