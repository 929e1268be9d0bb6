import type { Board } from '../domain/board.ts';
import { picturesOf } from '../domain/pictures.ts';
import { endsAt } from '../domain/retention.ts';
import type { Clock } from '../ops/clock.ts';
import type { MediaStore } from '../store/media.ts';
import type { Store } from '../store/store.ts';
import type { Rooms } from './rooms.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Deps {
  readonly store: Pick<Store, 'listBoards'>;
  readonly media: Pick<MediaStore, 'list' | 'remove'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly rooms: Pick<Rooms, 'remove'>;
}

/** [E2] [E3] Removes the boards whose end has come, and the pictures that no board shows. */
export async function sweep({ store, media, clock, rooms }: Deps): Promise<void> {
  // Listed before the boards: a picture that is put and shown meanwhile is not on this list.
  const pictures = await media.list();
  const now = clock.now();
  const kept: Board[] = [];
  for (const board of await store.listBoards()) {
    const end = endsAt(board);
    if (end !== null && end <= now) await rooms.remove(board.id);
    else kept.push(board);
  }
  const shown = new Set(kept.flatMap((board) => [...picturesOf(board).keys()]));
  for (const { name, at } of pictures) {
    // A young one may have been put by somebody who is still writing what it goes with.
    if (at <= now - DAY_MS && !shown.has(hashOf(name))) await media.remove(name);
  }
}

/** Renditions are called `<hash>-<size>.webp`. */
function hashOf(name: string): string {
  return name.slice(0, name.lastIndexOf('-'));
}
