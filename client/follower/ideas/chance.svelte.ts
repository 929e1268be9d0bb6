import { tick } from 'svelte';
import type { LiveBoard } from '../../lib/board.svelte.ts';

/** Longer than this nobody looks at an empty place. */
const WAIT_MS = 1_200;

/** The order that gives late ideas a fair look, as the server knows it. */
export class Chance {
  readonly #board: Pick<LiveBoard, 'link' | 'view'>;
  readonly #roundId: string;
  ids = $state.raw<readonly string[]>([]);
  /** Nothing is shown: the order would jump once it is known. */
  waiting = $state(false);
  /** Counts the questions: the newest one shows the cards. */
  #turn = 0;

  constructor(board: Pick<LiveBoard, 'link' | 'view'>, roundId: string) {
    this.#board = board;
    this.#roundId = roundId;
  }

  /**
   * Asks anew, and hides the cards meanwhile: they would change places under the finger. `settle` is called while they are
   * hidden. After a while the order stays what it was, even if an answer comes then.
   */
  async ask(settle: () => void): Promise<void> {
    const boardId = this.#board.view?.head.id;
    if (!boardId) return;
    const turn = ++this.#turn;
    this.waiting = true;
    const giveUp = setTimeout(() => this.#show(turn), WAIT_MS);
    const ack = await this.#board.link.call('idea:chance', { boardId, roundId: this.#roundId });
    clearTimeout(giveUp);
    if (ack.ok) this.ids = ack.value.ideaIds;
    if (ack.ok && this.waiting && turn === this.#turn) {
      settle();
      // What still has to move does so before it can be seen.
      await tick();
    }
    this.#show(turn);
  }

  #show(turn: number): void {
    if (turn === this.#turn) this.waiting = false;
  }

  /** Tells which ideas were read here; if that is lost, they are merely shown again. */
  tell(ideaIds: readonly string[]): void {
    const boardId = this.#board.view?.head.id;
    if (boardId && this.#board.link.state === 'live')
      this.#board.link.call('idea:seen', { boardId, roundId: this.#roundId, ideaIds: [...ideaIds] });
  }
}
