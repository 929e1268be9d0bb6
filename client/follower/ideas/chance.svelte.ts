import type { LiveBoard } from '../../lib/board.svelte.ts';

/** Longer than this nobody looks at an empty place. */
const WAIT_MS = 1_200;

/** The order that gives late ideas a fair look, as the server knows it. */
export class Chance {
  readonly #board: Pick<LiveBoard, 'link' | 'view'>;
  readonly #roundId: string;
  ids = $state.raw<readonly string[]>([]);
  /** Nothing is shown yet: the order would jump once it is known. */
  waiting = $state(false);

  constructor(board: Pick<LiveBoard, 'link' | 'view'>, roundId: string) {
    this.#board = board;
    this.#roundId = roundId;
  }

  /** Asks anew. Without an answer the order stays what it was. `true`: it came before anybody began to read. */
  async ask(): Promise<boolean> {
    const boardId = this.#board.view?.head.id;
    if (!boardId) return false;
    const askedAt = performance.now();
    this.waiting = this.ids.length === 0;
    const giveUp = setTimeout(() => (this.waiting = false), WAIT_MS);
    const ack = await this.#board.link.call('idea:chance', { boardId, roundId: this.#roundId });
    clearTimeout(giveUp);
    this.waiting = false;
    if (ack.ok) this.ids = ack.value.ideaIds;
    return ack.ok && performance.now() - askedAt < WAIT_MS;
  }

  /** Tells which ideas were read here; if that is lost, they are merely shown again. */
  tell(ideaIds: readonly string[]): void {
    const boardId = this.#board.view?.head.id;
    if (boardId && this.#board.link.state === 'live')
      this.#board.link.call('idea:seen', { boardId, roundId: this.#roundId, ideaIds: [...ideaIds] });
  }
}
