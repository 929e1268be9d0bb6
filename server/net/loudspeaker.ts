import type { Server } from 'socket.io';
import type { Audience, BoardDelta, TallyFrame } from '../../shared/board-view.ts';
import type { BallotCast, ClientToServer, ServerToClient } from '../../shared/events.ts';
import type { Speaker } from '../live/speaker.ts';
import type { Caller, MitwerkSocket } from './answer.ts';

export type MitwerkServer = Server<ClientToServer, ServerToClient, Record<string, never>, Caller>;

/** Names of Socket.IO rooms. The colon keeps them apart from socket ids, which are 20 letters and digits. */
export const audienceRoom = (boardId: string, audience: Audience) => `${boardId}:${audience}`;
export const deviceRoom = (boardId: string, participant: string) => `${boardId}:device:${participant}`;

const AUDIENCES: readonly Audience[] = ['follower', 'voter', 'stage', 'maker'];

/** The speaker of live rooms over Socket.IO: one emit, one encoding, however many listen. */
export class Loudspeaker implements Speaker {
  readonly #io: MitwerkServer;

  constructor(io: MitwerkServer) {
    this.#io = io;
  }

  tellTally(boardId: string, audiences: readonly Audience[], frame: TallyFrame): void {
    this.#to(boardId, audiences).emit('tally', frame);
  }

  tellDelta(boardId: string, audiences: readonly Audience[], delta: BoardDelta): void {
    this.#to(boardId, audiences).emit('delta', delta);
  }

  tellGone(boardId: string): void {
    for (const audience of AUDIENCES) this.dismiss(boardId, audience);
  }

  dismiss(boardId: string, audience: Audience): void {
    this.#to(boardId, [audience]).emit('gone');
    this.#to(boardId, [audience]).socketsLeave(audienceRoom(boardId, audience));
  }

  makeVoter(boardId: string, participant: string): void {
    // Only windows that follow: a maker who votes on the same device stays the maker.
    for (const socket of this.#socketsIn(deviceRoom(boardId, participant))) {
      if (!socket.rooms.has(audienceRoom(boardId, 'follower'))) continue;
      socket.leave(audienceRoom(boardId, 'follower'));
      socket.join(audienceRoom(boardId, 'voter'));
    }
  }

  makeFollowers(boardId: string): void {
    const voters = this.#to(boardId, ['voter']);
    voters.socketsJoin(audienceRoom(boardId, 'follower'));
    voters.socketsLeave(audienceRoom(boardId, 'voter'));
  }

  /** The device's other windows learn what counts now; usually there is none, and nothing is encoded. */
  tellOtherWindows(socket: MitwerkSocket, boardId: string, participant: string, cast: BallotCast): void {
    const room = deviceRoom(boardId, participant);
    const windows = this.#io.sockets.adapter.rooms.get(room);
    if (windows && windows.size > (windows.has(socket.id) ? 1 : 0)) socket.to(room).emit('ballot', cast);
  }

  #to(boardId: string, audiences: readonly Audience[]) {
    return this.#io.to(audiences.map((audience) => audienceRoom(boardId, audience)));
  }

  *#socketsIn(room: string): Iterable<MitwerkSocket> {
    for (const id of this.#io.sockets.adapter.rooms.get(room) ?? []) {
      const socket = this.#io.sockets.sockets.get(id);
      if (socket) yield socket;
    }
  }
}
