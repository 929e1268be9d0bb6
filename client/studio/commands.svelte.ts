import type { Ack, Rejection } from '../../shared/ack.ts';
import type { ClientToServer } from '../../shared/events.ts';
import type { Answer, Command, Wire } from '../lib/wire.ts';

const UNDO_MS = 12_000;

/** Something that was done and can be taken back. */
export interface Undoable {
  readonly text: string;
  readonly undo: () => void;
}

/** Sends the maker's commands and keeps what came of them: the last "no", and what can be taken back. */
export class Commands {
  #running = $state(0);
  #no = $state.raw<Rejection | null>(null);
  #undoable = $state.raw<Undoable | null>(null);
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  get running(): boolean {
    return this.#running > 0;
  }

  get no(): Rejection | null {
    return this.#no;
  }

  get undoable(): Undoable | null {
    return this.#undoable;
  }

  async run<E extends keyof ClientToServer>(event: E, command: Command<E>): Promise<Ack<Answer<E>>> {
    this.#running += 1;
    this.#no = null;
    const ack = await this.#wire.call(event, command);
    this.#running -= 1;
    if (!ack.ok) this.#no = ack.no;
    return ack;
  }

  refuse(no: Rejection): void {
    this.#no = no;
  }

  /** Stays for a while, so that a slip can be taken back without a question beforehand. */
  offerUndo(text: string, undo: () => void): void {
    const undoable = { text, undo };
    this.#undoable = undoable;
    setTimeout(() => {
      if (this.#undoable === undoable) this.#undoable = null;
    }, UNDO_MS);
  }

  takeBack(): void {
    const { undo } = this.#undoable ?? {};
    this.#undoable = null;
    undo?.();
  }

  forgetUndo(): void {
    this.#undoable = null;
  }

  forgetNo(): void {
    this.#no = null;
  }
}
