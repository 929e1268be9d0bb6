import type { Clock } from '../ops/clock.ts';
import type { Counters } from '../ops/counters.ts';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import type { Peers } from './peers.ts';
import type { Speaker } from './speaker.ts';

export interface RoomDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly speaker: Speaker;
  readonly counters: Counters;
  readonly peers: Peers;
}
