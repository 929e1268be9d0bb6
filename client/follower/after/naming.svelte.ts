import type { Rejection } from '../../../shared/ack.ts';
import { CONSENT, type Mine, type OwnCredit } from '../../../shared/mine.ts';
import type { LiveBoard } from '../../lib/board.svelte.ts';

const known = new WeakMap<LiveBoard, Naming>();

/** The one name that is left on this board: its form moves with the rounds, and loses nothing on the way. */
export function namingOn(board: LiveBoard): Naming {
  const naming = known.get(board) ?? new Naming(board);
  known.set(board, naming);
  return naming;
}

class Naming {
  readonly #board: LiveBoard;
  name = $state('');
  /** The form was asked for. */
  open = $state(false);
  /** The keyboard is in the field: that goes along when the field moves. */
  typing = false;
  sending = $state(false);
  withdrawn = $state(false);
  /** What the server answered last, until it tells this device's own things anew. */
  #last = $state.raw<Last | null>(null);

  constructor(board: LiveBoard) {
    this.#board = board;
  }

  // No `$derived`: that would end with the form that happened to ask first.
  get credit(): OwnCredit | null {
    const credit = this.#answer?.credit;
    return credit !== undefined ? credit : (this.#board.mine?.credit ?? null);
  }

  get no(): Rejection | null {
    return this.#answer?.no ?? null;
  }

  begin(): void {
    this.open = true;
    this.withdrawn = false;
  }

  async give(): Promise<void> {
    const [boardId, name] = [this.#board.view?.head.id, this.name.trim()];
    if (!boardId || !name || this.sending) return;
    const over = this.#start();
    const ack = await this.#board.link.call('credit:give', { boardId, name, consent: CONSENT });
    this.sending = false;
    this.#last = ack.ok ? { over, credit: ack.value.credit } : { over, no: ack.no };
    if (ack.ok) this.open = false;
  }

  async withdraw(): Promise<void> {
    const boardId = this.#board.view?.head.id;
    if (!boardId || this.sending) return;
    const over = this.#start();
    const ack = await this.#board.link.call('credit:withdraw', { boardId });
    this.sending = false;
    this.#last = ack.ok ? { over, credit: null } : { over, no: ack.no };
    if (!ack.ok) return;
    this.withdrawn = true;
    this.name = '';
  }

  get #answer(): Last | null {
    return this.#last?.over === this.#board.mine ? this.#last : null;
  }

  #start(): Mine | null {
    this.sending = true;
    this.#last = null;
    return this.#board.mine;
  }
}

interface Last {
  readonly over: Mine | null;
  /** Missing: it is as it was. */
  readonly credit?: OwnCredit | null;
  readonly no?: Rejection;
}
