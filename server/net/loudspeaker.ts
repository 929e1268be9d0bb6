import type { Server } from 'socket.io';
import type { Audience, BoardDelta, TallyFrame } from '../../shared/board-view.ts';
import type { BallotCast, ClientToServer, ServerToClient } from '../../shared/events.ts';
import type { Mine } from '../../shared/mine.ts';
import type { RunOf, Speaker } from '../live/speaker.ts';
import type { Counters } from '../ops/counters.ts';
import type { Caller, MitwerkSocket } from './answers.ts';

export type MitwerkServer = Server<ClientToServer, ServerToClient, Record<string, never>, Caller>;

/** Who is told the same; voters are followers too, and named by what they have voted in. */
type Listeners = Exclude<Audience, 'voter'>;

/** Names of Socket.IO rooms. The colon keeps them apart from socket ids, which are 20 letters and digits. */
export const listenersRoom = (boardId: string, as: Listeners) => `${boardId}:${as}`;
export const voterRoom = (boardId: string, { roundId, run }: RunOf) => `${boardId}:voter:${roundId}:${run}`;
export const deviceRoom = (boardId: string, participant: string) => `${boardId}:device:${participant}`;

/** The speaker of live rooms over Socket.IO: one emit, one encoding, however many listen. */
export class Loudspeaker implements Speaker {
  readonly #io: MitwerkServer;
  readonly #counters: Counters;

  constructor(io: MitwerkServer, counters: Counters) {
    this.#io = io;
    this.#counters = counters;
  }

  tellTally(boardId: string, audiences: readonly Audience[], of: RunOf | null, frame: TallyFrame): void {
    this.#counters.encodes += 1;
    this.#to(boardId, audiences, of)?.emit('tally', frame);
  }

  tellDelta(boardId: string, audiences: readonly Audience[], of: RunOf | null, delta: BoardDelta): void {
    this.#to(boardId, audiences, of)?.emit('delta', delta);
  }

  tellMine(boardId: string, participant: string, mine: () => Mine): void {
    const room = deviceRoom(boardId, participant);
    if (this.#io.sockets.adapter.rooms.has(room)) this.#io.to(room).emit('mine', mine());
  }

  tellBallot(boardId: string, participant: string, cast: BallotCast): void {
    this.#io.to(deviceRoom(boardId, participant)).emit('ballot', cast);
  }

  tellGone(boardId: string): void {
    for (const as of ['follower', 'stage', 'maker'] as const) this.#dismiss(boardId, as);
  }

  dismissStage(boardId: string): void {
    this.#dismiss(boardId, 'stage');
  }

  makeVoter(boardId: string, participant: string, of: RunOf): void {
    for (const window of this.#windows(boardId, participant)) window.join(voterRoom(boardId, of));
  }

  unmakeVoter(boardId: string, participant: string, of: RunOf): void {
    for (const window of this.#windows(boardId, participant)) window.leave(voterRoom(boardId, of));
  }

  /** The device's other windows learn what counts now; usually there is none, and nothing is encoded. */
  tellOtherWindows(socket: MitwerkSocket, boardId: string, participant: string, cast: BallotCast): void {
    const room = deviceRoom(boardId, participant);
    const windows = this.#io.sockets.adapter.rooms.get(room);
    if (windows && windows.size > (windows.has(socket.id) ? 1 : 0)) socket.to(room).emit('ballot', cast);
  }

  /** Only windows that follow: a maker who votes on the same device stays the maker. */
  #windows(boardId: string, participant: string): MitwerkSocket[] {
    const ids = this.#io.sockets.adapter.rooms.get(deviceRoom(boardId, participant)) ?? [];
    return [...ids].flatMap((id) => this.#io.sockets.sockets.get(id) ?? []);
  }

  #dismiss(boardId: string, as: Listeners): void {
    const room = listenersRoom(boardId, as);
    this.#io.to(room).emit('gone');
    this.#io.to(room).socketsLeave(room);
  }

  /** `null` where nobody is meant; an empty list of rooms would mean everybody. */
  #to(boardId: string, audiences: readonly Audience[], of: RunOf | null) {
    const rooms = audiences.flatMap((audience) =>
      audience === 'voter' ? [] : listenersRoom(boardId, audience),
    );
    const voters = of && voterRoom(boardId, of);
    const [followers, votersToo] = [audiences.includes('follower'), audiences.includes('voter')];
    if (voters && votersToo && !followers) rooms.push(voters);
    if (rooms.length === 0) return null;
    const told = this.#io.to(rooms);
    return voters && followers && !votersToo ? told.except(voters) : told;
  }
}
