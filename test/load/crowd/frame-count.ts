const PING = 0x9;
const TALLY = Buffer.from('42["tally",');

export interface FrameCountListener {
  /** The frame's JSON; `null`: frames are counted by their heads and not looked at. */
  readonly tally: ((text: string) => void) | null;
  /** Whatever else comes: few, and read. */
  text(text: string): void;
  ping(body: Buffer): void;
}

/** Counts a server's frames by their heads: what nobody looks at is neither copied nor decoded. */
export class FrameCount {
  /** Of tallies, and their bytes on the line. */
  frames = 0;
  bytes = 0;
  readonly #listener: FrameCountListener;
  #rest: Buffer | null = null;

  constructor(listener: FrameCountListener) {
    this.#listener = listener;
  }

  /** The bytes are the caller's again afterwards. */
  read(bytes: Buffer): void {
    const all = this.#rest === null ? bytes : Buffer.concat([this.#rest, bytes]);
    let at = 0;
    while (at + 2 <= all.length) {
      const short = (all[at + 1] ?? 0) & 0x7f;
      const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
      if (start > all.length) break;
      const length =
        short < 126 ? short : short === 126 ? all.readUInt16BE(at + 2) : Number(all.readBigUInt64BE(at + 2));
      const end = start + length;
      if (end > all.length) break;
      this.#count(all, at, start, end);
      at = end;
    }
    this.#rest = at === all.length ? null : Buffer.from(all.subarray(at));
  }

  #count(all: Buffer, at: number, start: number, end: number): void {
    const { tally } = this.#listener;
    if (all.compare(TALLY, 0, TALLY.length, start, Math.min(end, start + TALLY.length)) === 0) {
      this.frames += 1;
      this.bytes += end - at;
      if (tally) tally(all.toString('latin1', start + TALLY.length, end - 1));
    } else if (((all[at] ?? 0) & 0xf) === PING) this.#listener.ping(Buffer.from(all.subarray(start, end)));
    else this.#listener.text(all.toString('utf8', start, end));
  }
}
