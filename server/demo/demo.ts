import type { Clock } from '../ops/clock.ts';
import type { Ids } from '../ops/ids.ts';
import type { Log } from '../ops/log.ts';
import type { Rooms } from '../live/rooms.ts';
import type { MediaStore } from '../store/media.ts';
import { startCrowd } from './crowd.ts';
import { drawInto } from './draw.ts';
import { findBoard, furnish } from './furnish.ts';

export interface DemoDeps {
  readonly rooms: Rooms;
  readonly media: MediaStore;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Demo extends Disposable {
  readonly boardId: string;
  /** Resolves when every draft hangs. */
  readonly furnished: Promise<void>;
}

/** Fills a board with a carpenter's story and lets forty phones take part until it is disposed. */
export async function startDemo(deps: DemoDeps, draw = drawInto(deps.media)): Promise<Demo> {
  const { rooms, ids, clock, log } = deps;
  const room = await findBoard(deps);
  const boardId = room.board.id;
  const stop = new AbortController();
  const onFault = (error: unknown) => {
    if (!stop.signal.aborted) log.error({ error, boardId }, 'the demo stumbled');
  };
  const crowd = startCrowd({ room: () => rooms.open(boardId), clock, onFault });
  return {
    boardId,
    furnished: furnish(room, { rooms, ids, draw }, stop.signal).catch(onFault),
    [Symbol.dispose]() {
      stop.abort();
      crowd[Symbol.dispose]();
    },
  };
}
