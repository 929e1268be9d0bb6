import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The line between phones and a server, which a test can cut and mend. */
export class Line implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #state: 'whole' | 'deaf' | 'cut' = 'whole';

  private constructor(port: number) {
    this.#server = createServer((phone) => {
      if (this.#state === 'cut') {
        phone.destroy();
        return;
      }
      const server = connect(port, '127.0.0.1');
      for (const socket of [phone, server]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
          this.#sockets.delete(socket);
          (socket === phone ? server : phone).destroy();
        });
      }
      phone.on('data', (bytes) => server.write(bytes));
      server.on('data', (bytes) => {
        if (this.#state === 'whole') phone.write(bytes);
      });
    });
  }

  static async to(port: number): Promise<Line> {
    const line = new Line(port);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What phones say still arrives; what the server answers is lost. */
  deafen(): void {
    this.#state = 'deaf';
  }

  /** Ends every connection and takes no new one. */
  cut(): void {
    this.#state = 'cut';
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#state = 'whole';
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
