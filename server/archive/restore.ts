import type { Time } from '../../shared/board-view.ts';
import type { RejectionCode } from '../../shared/ack.ts';
import type { Board } from '../domain/board.ts';
import type { MediaStore } from '../store/media.ts';
import type { Store } from '../store/store.ts';
import { unpackBoard } from './unpack.ts';

export interface RestoreParts {
  readonly store: Pick<Store, 'restoreBoard' | 'readBoard'>;
  readonly media: Pick<MediaStore, 'put'>;
  readonly now: Time;
}

type Restored =
  | { readonly ok: true; readonly board: Board }
  | {
      readonly ok: false;
      readonly code: Extract<RejectionCode, 'archive_not_readable' | 'board_exists' | 'slug_taken'>;
    };

/**
 * [X3] Reads an archive and writes its board. The pictures come first, because no board shows them yet: if anything fails
 * after them, they are removed like every picture that no board uses.
 */
export async function restoreArchive(
  zip: Uint8Array,
  { store, media, now }: RestoreParts,
): Promise<Restored> {
  const unpacked = unpackBoard(zip);
  if (unpacked === null) return { ok: false, code: 'archive_not_readable' };
  const { whole, pictures } = unpacked;
  if ((await store.readBoard(whole.board.id)) !== null) return { ok: false, code: 'board_exists' };
  for await (const [name, bytes] of pictures()) {
    if (bytes === null) return { ok: false, code: 'archive_not_readable' };
    await media.put(name, bytes);
  }
  const board = { ...whole.board, keptFrom: now };
  switch (await store.restoreBoard({ ...whole, board })) {
    case 'restored':
      return { ok: true, board };
    case 'exists':
      return { ok: false, code: 'board_exists' };
    case 'taken':
      return { ok: false, code: 'slug_taken' };
  }
}
