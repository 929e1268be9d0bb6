import { connect, type Socket } from 'node:net';
import { encodePong, encodeText } from '../websocket-frame.ts';
import { FrameCount } from './frame-count.ts';

/** What a phone says before it counts as there: nothing more, Socket.IO's hello, or that and a board's. */
export type Hello = 'websocket' | 'socket.io' | 'board';

/** What the phones of a group look at and vote on. */
export interface CrowdBoard {
  readonly boardId: string;
  readonly slug: string;
  readonly roundId: string;
  readonly run: number;
  readonly entries: readonly string[];
  /** Phones that join with the version the board has are spared the view; left out: they get it. */
  readonly seq?: number;
}

export interface CrowdPhoneListener {
  /** The hello was answered. */
  there(phone: CrowdPhone): void;
  /** Turned away before the handshake, to come back after so many seconds. */
  turnedAway(seconds: number): void;
  answered(id: number, ack: string): void;
  closed(phone: CrowdPhone, reason: string): void;
}

/** Phones read one after the other: all of them into the same memory. */
const INBOX = Buffer.allocUnsafe(256 * 1024);
const JOIN = 0;

/**
 * A phone as cheap as it gets, so that one process plays ten thousand beside the server it measures. It is `live`, or
 * reads only when it is told to: what arrives meanwhile waits in the kernel.
 */
export class CrowdPhone {
  readonly board: CrowdBoard | null;
  readonly count: FrameCount;
  live = true;
  /** Answers it waits for: until they came it reads. */
  awaited = 0;
  casts = 0;
  readonly #hello: Hello;
  readonly #listener: CrowdPhoneListener;
  readonly #socket: Socket;
  #isOpen = false;
  #isOver = false;

  constructor(
    origin: string,
    options: {
      readonly hello: Hello;
      readonly board: CrowdBoard | null;
      /** This machine has many addresses, each with its own ports. */
      readonly localAddress: string;
      readonly onTally: ((text: string) => void) | null;
      readonly listener: CrowdPhoneListener;
    },
  ) {
    const { hostname, host, port } = new URL(origin);
    this.board = options.board;
    this.#hello = options.hello;
    this.#listener = options.listener;
    this.count = new FrameCount({
      tally: options.onTally,
      text: (text) => this.#hear(text),
      ping: (body) => this.#socket.write(encodePong(body)),
    });
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      localAddress: options.localAddress,
      noDelay: true,
      onread: { buffer: INBOX, callback: (length) => this.#read(INBOX.subarray(0, length)) },
    });
    const path = options.hello === 'websocket' ? '/' : '/socket.io/?EIO=4&transport=websocket';
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Key: bWl0d2Vya21pdHdlcmttaQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    );
    this.#socket.on('error', (error) => this.#end(error.message));
    this.#socket.on('close', () => this.#end('connection lost'));
    // Without a listener the end of the stream is never read.
    this.#socket.on('end', () => this.#end('closed by the server'));
    this.#socket.resume();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  cast(id: number): void {
    const { board } = this;
    if (board === null || this.#isOver) return;
    const entry = board.entries[this.casts++ % board.entries.length] ?? '';
    this.awaited += 1;
    this.#send(
      `42${id}["ballot:cast",{"boardId":"${board.boardId}","roundId":"${board.roundId}","run":${board.run},"rev":${id},"entries":["${entry}"]}]`,
    );
    this.read();
  }

  /** Reads what has come, and goes on if it is live. */
  read(): void {
    if (!this.#isOver) this.#socket.resume();
  }

  /** As when a browser is closed. */
  leave(): void {
    this.#end('left');
    this.#socket.destroy();
  }

  #read(bytes: Buffer): boolean {
    if (this.#isOver) return false;
    if (this.#isOpen) this.count.read(bytes);
    else this.#readHead(bytes);
    return this.live || this.awaited > 0;
  }

  /** It comes in one piece on every machine there is. */
  #readHead(bytes: Buffer): void {
    const head = bytes.toString('latin1');
    const end = head.indexOf('\r\n\r\n');
    if (!head.startsWith('HTTP/1.1 101') || end < 0) {
      const retryAfter = /^retry-after: (\d+)/im.exec(head)?.[1];
      if (head.startsWith('HTTP/1.1 503')) this.#listener.turnedAway(Number(retryAfter ?? 1));
      this.#end(`the server answered ${head.split('\r\n', 1)[0]}`);
      this.#socket.destroy();
      return;
    }
    this.#isOpen = true;
    if (this.#hello === 'websocket') this.#listener.there(this);
    if (end + 4 < bytes.length) this.count.read(bytes.subarray(end + 4));
  }

  #hear(text: string): void {
    if (text === '2') this.#send('3');
    else if (text.startsWith('43')) this.#hearAnswer(text);
    else if (text.startsWith('0')) this.#send('40{}');
    else if (text.startsWith('40')) this.#greet();
    else if (text.startsWith('44') || text === '1' || text === '41') this.#end(`the server said ${text}`);
  }

  #hearAnswer(text: string): void {
    const bracket = text.indexOf('[');
    const id = Number(text.slice(2, bracket));
    if (id === JOIN) {
      if (text.startsWith('[{"ok":true', bracket)) this.#listener.there(this);
      else this.#end(`joining was refused: ${text.slice(bracket, bracket + 80)}`);
    } else {
      this.awaited -= 1;
      this.#listener.answered(id, text.slice(bracket + 1, -1));
    }
  }

  #greet(): void {
    if (this.#hello !== 'board' || this.board === null) {
      this.#listener.there(this);
      return;
    }
    const { slug, seq } = this.board;
    this.#send(`42${JOIN}${JSON.stringify(['board:join', { slug, as: 'follower', ...(seq && { seq }) }])}`);
  }

  #send(text: string): void {
    if (!this.#isOver) this.#socket.write(encodeText(text));
  }

  #end(reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#socket.destroy();
    this.#listener.closed(this, reason);
  }
}
