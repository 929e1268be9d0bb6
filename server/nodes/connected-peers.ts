import type { Peers } from '../live/peers.ts';
import type { Clock } from '../ops/clock.ts';
import type { Standings } from '../store/standings.ts';
import { type Bus, Signals } from './signals.ts';

/** Processes that share a store and a bus. */
export function connectedPeers(bus: Bus, standings: Standings, clock: Clock): Peers {
  const signals = new Signals(bus, clock);
  return {
    exist: true,
    signal: (mark) => signals.send(mark),
    hear: (listen) => bus.hear(listen),
    standing: (boardId, of, phones) => standings.note(boardId, of, phones),
    onLoss: (doubt) => standings.onLoss(doubt),
    overtake: (boardId, seq) => standings.overtake(boardId, seq),
  };
}
