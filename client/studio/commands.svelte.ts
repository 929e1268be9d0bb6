import type { Ack, Rejection } from '../../shared/ack.ts';
import type { ClientToServer } from '../../shared/events.ts';
import type { Answer, Command, Wire } from '../lib/wire.ts';

const UNDO_MS = 10_000;
/** Long enough to read why nothing came of a command. */
const LOOK_AGAIN_MS = 4_000;

/** Takes back what was done, or leads to what comes closest. Telling `false`, it did not work and is offered again. */
type Undo = (() => void) | (() => Promise<boolean>);

/** Something that was done. */
export interface Undoable {
  readonly text: string;
  readonly undo: Undo | null;
  /** What the button says; `null`: "undo". */
  readonly label: string | null;
}

/** Sends the maker's commands and keeps what came of them: the last "no", and what can be taken back. */
export class Commands {
  #running = $state(0);
  #no = $state.raw<Rejection | null>(null);
  #undoable = $state.raw<Undoable | null>(null);
  readonly #wire: Wire;
  readonly #lookAgainMs: number;

  constructor(wire: Wire, lookAgainMs = LOOK_AGAIN_MS) {
    this.#wire = wire;
    this.#lookAgainMs = lookAgainMs;
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
    if (!ack.ok) {
      this.#no = ack.no;
      if (ack.no.code === 'unavailable') void this.#untilWell(ack.no);
    }
    return ack;
  }

  /** Runs what is told to all phones while a round is open. `ask`: the server wants a yes to that first. */
  async runOrAsk<E extends keyof ClientToServer>(
    event: E,
    command: Command<E>,
  ): Promise<'done' | 'ask' | 'no'> {
    const ack = await this.run(event, command);
    if (ack.ok) return 'done';
    if (ack.no.code !== 'needs_confirmation') return 'no';
    this.#no = null;
    return 'ask';
  }

  /** Stays for a while, so that a slip can be taken back without a question beforehand. */
  offerUndo(text: string, undo: Undo, label: string | null = null): void {
    this.#show({ text, undo, label });
  }

  /** Something was done that cannot be taken back. */
  tell(text: string): void {
    this.#show({ text, undo: null, label: null });
  }

  async takeBack(): Promise<void> {
    const offer = this.#undoable;
    this.#undoable = null;
    if ((await offer?.undo?.()) === false && offer && !this.#undoable) this.#show(offer);
  }

  forgetUndo(): void {
    this.#undoable = null;
  }

  forgetNo(): void {
    this.#no = null;
  }

  /** Trouble of the server is told no longer than it lasts; on a board where nothing happens, only asking tells. */
  async #untilWell(no: Rejection): Promise<void> {
    while (this.#no === no) {
      await new Promise((go) => setTimeout(go, this.#lookAgainMs));
      if (this.#no !== no) return;
      const ack = await this.#wire.call('board:list', {});
      const isWell = ack.ok || ack.no.code !== 'unavailable';
      if (isWell && this.#no === no) this.#no = null;
    }
  }

  #show(undoable: Undoable): void {
    this.#undoable = undoable;
    this.#endLater(undoable);
  }

  /** Without a connection nothing can be taken back: the offer waits for it. */
  #endLater(undoable: Undoable): void {
    setTimeout(() => {
      if (this.#undoable !== undoable) return;
      if (this.#wire.state === 'lost') this.#endLater(undoable);
      else this.#undoable = null;
    }, UNDO_MS);
  }
}
