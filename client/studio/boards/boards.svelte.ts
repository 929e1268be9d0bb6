import type { Ack, Rejection } from '../../../shared/ack.ts';
import type { BoardSummary } from '../../../shared/board-view.ts';
import { browserKeep } from '../../lib/keep.ts';
import type { Command, Wire } from '../../lib/wire.ts';
import { newRound } from '../round/new-round.ts';

const MAKER_NAME = 'mitwerk.maker-name';

/** The maker's boards, newest first. */
export class Boards {
  #list = $state.raw<readonly BoardSummary[] | null>(null);
  #no = $state.raw<Rejection | null>(null);
  readonly #wire: Wire;
  readonly #keep = browserKeep();

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** `null`: not loaded yet. */
  get list(): readonly BoardSummary[] | null {
    return this.#list;
  }

  get no(): Rejection | null {
    return this.#no;
  }

  async load(): Promise<void> {
    this.#no = null;
    const ack = await this.#wire.call('board:list', {});
    if (ack.ok) this.#list = ack.value;
    else this.#no = ack.no;
  }

  /** Whoever asked last time most likely asks again. */
  get makerName(): string {
    return this.#keep.read(MAKER_NAME) ?? '';
  }

  /** A new board with a first round in it, so that the next thing to do is to drop photos. */
  async create(fields: Command<'board:create'>): Promise<Ack<{ slug: string }>> {
    const made = await this.#wire.call('board:create', fields);
    if (!made.ok) return made;
    this.#keep.write(MAKER_NAME, fields.makerName || null);
    // Without its first round the board is still a board: the studio then offers to add one.
    await this.#wire.call('round:add', { boardId: made.value.boardId, ...newRound(fields.language) });
    return made;
  }
}
