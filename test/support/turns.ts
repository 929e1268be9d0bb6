import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands before several servers as a proxy does: connections go to them in turn, past those that do not answer. */
export class Turns implements AsyncDisposable {
  readonly origin: string;
  /** How many connections each server got. */
  readonly taken: number[];
  readonly #server: Server;
  readonly #ports: readonly number[];
  readonly #sockets = new Set<Socket>();
  #next = 0;

  private constructor(server: Server, ports: readonly number[]) {
    this.#server = server;
    this.#ports = ports;
    this.taken = ports.map(() => 0);
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', (phone) => this.#lead(phone, this.#next++, ports.length));
  }

  static async before(servers: readonly { readonly port: number }[]): Promise<Turns> {
    const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Turns(
      server,
      servers.map(({ port }) => port),
    );
  }

  #lead(phone: Socket, turn: number, tries: number): void {
    this.#keep(phone);
    const place = turn % this.#ports.length;
    const server = connect({ port: this.#ports[place] ?? 0, host: '127.0.0.1', allowHalfOpen: true });
    this.#keep(server);
    const elsewhere = () => (tries > 1 ? this.#lead(phone, turn + 1, tries - 1) : phone.destroy());
    server.once('error', elsewhere);
    server.once('connect', () => {
      server.off('error', elsewhere);
      this.taken[place] = (this.taken[place] ?? 0) + 1;
      phone.pipe(server).pipe(phone);
      phone.once('close', () => server.destroy());
      server.once('close', () => phone.destroy());
    });
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => this.#sockets.delete(socket));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
