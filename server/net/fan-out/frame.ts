import type { Writable } from 'node:stream';

/** One unmasked, uncompressed text frame of a server (RFC 6455), head and text in one buffer: one write for each line. */
export function frameText(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  // Not from the pool: a frame that waits for a slow phone would keep all of its page alive.
  const frame = Buffer.allocUnsafeSlow(head + length);
  frame[0] = FINAL_TEXT;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}

/**
 * Writes one text frame. What is plain ASCII, as most answers are, goes to the kernel as it is: no buffer is made for it,
 * and head and text are one write.
 */
export function writeText(stream: Writable, text: string): void {
  const { length } = text;
  if (length >= 65_536 || Buffer.byteLength(text) !== length) stream.write(frameText(text));
  else if (length < 126) stream.write(`\x81${String.fromCharCode(length)}${text}`, 'latin1');
  else stream.write(`\x81\x7e${String.fromCharCode(length >> 8, length & 0xff)}${text}`, 'latin1');
}

const FINAL_TEXT = 0x81;
