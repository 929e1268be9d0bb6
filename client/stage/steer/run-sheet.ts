import type { Ack } from '../../../shared/ack.ts';
import { accepted } from '../../../shared/ack.ts';
import type { BoardView } from '../../../shared/board-view.ts';
import { Link } from '../../lib/link.ts';
import type { Wire } from '../../lib/wire.ts';

/**
 * The maker's view of the board, for walking to rounds that were never shown: the stage is not sent those. Needs
 * the maker's session in this browser, and a second connection, because joining as maker ends watching as stage.
 */
export class RunSheet {
  #link: Wire | null = null;

  async read(slug: string): Promise<Ack<BoardView>> {
    this.#link ??= new Link();
    const ack = await this.#link.call('board:join', { as: 'maker', slug });
    if (!ack.ok) return ack;
    return ack.value.view ? accepted(ack.value.view) : { ok: false, no: { code: 'unavailable' } };
  }
}
