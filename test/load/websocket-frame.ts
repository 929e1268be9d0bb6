import { randomFillSync } from 'node:crypto';

const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;
const MASKS = Buffer.alloc(4096);
let nextMask = MASKS.length;

/** One client frame (RFC 6455): final, masked. */
export function encodeText(text: string): Buffer {
  return encode(TEXT, Buffer.from(text));
}

export function encodeClose(): Buffer {
  return encode(CLOSE, Buffer.from([0x03, 0xe8]));
}

export function encodePong(body: Buffer): Buffer {
  return encode(PONG, body);
}

export interface FrameListener {
  text(text: string): void;
  ping(body: Buffer): void;
  close(): void;
}

/** Reads a server's frames, which are unmasked and, from engine.io, whole; keeps what is incomplete for the next bytes. */
export class FrameReader {
  readonly #listener: FrameListener;
  #rest: Buffer | null = null;

  constructor(listener: FrameListener) {
    this.#listener = listener;
  }

  read(bytes: Buffer): void {
    const all = this.#rest === null ? bytes : Buffer.concat([this.#rest, bytes]);
    let at = 0;
    while (at + 2 <= all.length) {
      const { start, length } = readLength(all, at);
      if (start + length > all.length) break;
      this.#tell((all[at] ?? 0) & 0xf, all.subarray(start, start + length));
      at = start + length;
    }
    this.#rest = at === all.length ? null : all.subarray(at);
  }

  #tell(opcode: number, body: Buffer): void {
    if (opcode === TEXT) this.#listener.text(body.toString());
    else if (opcode === PING) this.#listener.ping(body);
    else if (opcode === CLOSE) this.#listener.close();
  }
}

function readLength(bytes: Buffer, at: number): { start: number; length: number } {
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  if (short < 126) return { start: at + 2, length: short };
  const start = at + (short === 126 ? 4 : 10);
  if (start > bytes.length) return { start, length: Number.POSITIVE_INFINITY };
  return {
    start,
    length: short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2)),
  };
}

function encode(opcode: number, body: Buffer): Buffer {
  const head = body.length < 126 ? 6 : body.length < 65_536 ? 8 : 14;
  const frame = Buffer.allocUnsafe(head + body.length);
  frame[0] = 0x80 | opcode;
  if (head === 6) frame[1] = 0x80 | body.length;
  else if (head === 8) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(body.length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(body.length), 2);
  }
  if (nextMask === MASKS.length) {
    randomFillSync(MASKS);
    nextMask = 0;
  }
  MASKS.copy(frame, head - 4, nextMask, nextMask + 4);
  for (let index = 0; index < body.length; index += 1) {
    frame[head + index] = (body[index] ?? 0) ^ (MASKS[nextMask + (index & 3)] ?? 0);
  }
  nextMask += 4;
  return frame;
}
