import { connect, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { encodeClose, encodePong, encodeText, FrameReader } from './websocket-frame.ts';

export interface RawSocketListener {
  text(text: string): void;
  /** Once, however it ended. */
  closed(reason: string): void;
}

/** A WebSocket client as thin as it gets, so that one process can hold thousands. */
export class RawSocket {
  readonly #socket: Socket;
  readonly #listener: RawSocketListener;
  readonly #reader: FrameReader;
  #head: Buffer | null = Buffer.alloc(0);
  #over = false;

  /** `origin` like `http://127.0.0.1:4400`; `headers` are added to the handshake. */
  constructor(origin: string, path: string, headers: Record<string, string>, listener: RawSocketListener) {
    const { protocol, hostname, host, port } = new URL(origin);
    const secure = protocol === 'https:';
    // URL keeps the brackets of an IPv6 address, the connection must not have them.
    const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (secure ? 443 : 80)) };
    this.#listener = listener;
    const named = isIP(address.host) === 0 ? { servername: address.host } : {};
    this.#socket = secure ? connectTls({ ...address, ...named }) : connect(address);
    this.#reader = new FrameReader({
      text: (text) => listener.text(text),
      ping: (body) => this.#socket.write(encodePong(body)),
      close: () => this.#end('closed by the server'),
    });
    const lines = Object.entries({
      Host: host,
      Origin: origin,
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Key': 'bWl0d2Vya21pdHdlcmttaQ==',
      'Sec-WebSocket-Version': '13',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#socket.setNoDelay(true);
    this.#socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    this.#socket.on('data', (bytes) => this.#read(bytes));
    this.#socket.on('error', (error) => this.#end(error.message));
    this.#socket.on('close', () => this.#end('connection lost'));
  }

  get open(): boolean {
    return this.#head === null && !this.#over;
  }

  send(text: string): void {
    if (!this.#over) this.#socket.write(encodeText(text));
  }

  /** Says goodbye. */
  close(): void {
    if (this.open) this.#socket.end(encodeClose());
    this.#end('closed here');
  }

  /** Drops the line as a dead battery does. */
  cut(reason = 'cut here'): void {
    this.#end(reason);
    this.#socket.destroy();
  }

  #read(bytes: Buffer): void {
    if (this.#over) return;
    if (this.#head === null) this.#reader.read(bytes);
    else this.#readHead(Buffer.concat([this.#head, bytes]));
  }

  #readHead(head: Buffer): void {
    const end = head.indexOf('\r\n\r\n');
    this.#head = head;
    if (end < 0) return;
    const status = head.subarray(0, head.indexOf('\r\n')).toString();
    if (!status.startsWith('HTTP/1.1 101')) {
      this.#end(`the server answered ${status}`);
      return;
    }
    this.#head = null;
    this.#reader.read(head.subarray(end + 4));
  }

  #end(reason: string): void {
    if (this.#over) return;
    this.#over = true;
    if (reason !== 'closed here') this.#socket.destroy();
    this.#listener.closed(reason);
  }
}
