import type { Socket } from 'socket.io';
import { Decoder, Encoder } from 'socket.io-parser';
import { lineOf } from './fan-out/line.ts';

type Packet = Parameters<Encoder['encode']>[0];

/** An answer to one socket whose JSON is there already. */
export class Prepared {
  readonly socket: Socket;
  readonly json: string;

  constructor(socket: Socket, json: string) {
    this.socket = socket;
    this.json = json;
  }
}

/** Socket.IO's parser, which writes prepared answers itself: as the same text, without the objects it makes on the way. */
export const preparedParser = {
  Decoder,
  Encoder: class extends Encoder {
    override encode(packet: Packet) {
      const [answer] = packet.type === ACK ? (packet.data as unknown[]) : [];
      if (!(answer instanceof Prepared)) return super.encode(packet);
      const namespace = packet.nsp === '/' ? '' : `${packet.nsp},`;
      lineOf(answer.socket).writeAlone(`${ACK}${namespace}${packet.id}[${answer.json}]`);
      return [];
    }
  },
};

const ACK = 3;
