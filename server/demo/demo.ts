import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import { startCrowd } from './crowd.ts';
import { findBoard, furnish, type FurnishDeps } from './furnish.ts';

export interface DemoDeps extends FurnishDeps {
  readonly clock: Clock;
  readonly log: Log;
}

export interface Demo extends Disposable {
  readonly boardId: string;
  /** Resolves when every draft hangs. */
  readonly furnished: Promise<void>;
}

/** Fills a board with a carpenter's story and lets forty phones take part until it is disposed. */
export async function startDemo(deps: DemoDeps): Promise<Demo> {
  const { rooms, clock, log } = deps;
  const room = await findBoard(deps);
  const boardId = room.board.id;
  const stop = new AbortController();
  const onFault = (error: unknown) => {
    if (!stop.signal.aborted) log.error({ error, boardId }, 'the demo stumbled');
  };
  const crowd = startCrowd({ room: () => rooms.open(boardId), clock, onFault });
  return {
    boardId,
    furnished: furnish(room, deps, stop.signal).catch(onFault),
    [Symbol.dispose]() {
      stop.abort();
      crowd[Symbol.dispose]();
    },
  };
}
