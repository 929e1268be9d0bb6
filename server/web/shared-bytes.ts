/**
 * Bytes that several are reading at once lie in memory once, for as long as one of them reads: however many ask for a
 * picture and do not take it, it is never more than all pictures there are.
 */
export class SharedBytes {
  readonly #read: (name: string) => Promise<Uint8Array | null>;
  readonly #held = new Map<string, WeakRef<Buffer>>();
  readonly #reading = new Map<string, Promise<Buffer | null>>();
  readonly #freed = new FinalizationRegistry<string>((name) => {
    if (!this.#held.get(name)?.deref()) this.#held.delete(name);
  });

  constructor(read: (name: string) => Promise<Uint8Array | null>) {
    this.#read = read;
  }

  async get(name: string): Promise<Buffer | null> {
    const held = this.#held.get(name)?.deref();
    if (held) return held;
    const reading = this.#reading.get(name) ?? this.#hold(name).finally(() => this.#reading.delete(name));
    this.#reading.set(name, reading);
    return reading;
  }

  async #hold(name: string): Promise<Buffer | null> {
    const read = await this.#read(name);
    if (!read) return null;
    const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
    this.#held.set(name, new WeakRef(bytes));
    this.#freed.register(bytes, name);
    return bytes;
  }
}
