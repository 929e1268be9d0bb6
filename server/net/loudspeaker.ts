import type { Server } from 'socket.io';
import type { Audience, BoardDelta } from '../../shared/board-view.ts';
import type { BallotCast, ClientToServer, ServerToClient } from '../../shared/events.ts';
import type { Mine } from '../../shared/mine.ts';
import type { RunOf, Speaker, ToldFrame } from '../live/speaker.ts';
import type { TellingLoad } from '../live/tick-interval.ts';
import type { Counters } from '../ops/counters.ts';
import { CALM, type LoopLoad } from '../ops/loop-load.ts';
import type { Caller, MitwerkSocket } from './answers.ts';
import type { FanOut } from './fan-out/fan-out.ts';
import { giveFanOut } from './fan-out/fan-out-adapter.ts';
import type { Whom } from './fan-out/members.ts';

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
  readonly #fanOut: FanOut;
  readonly #loop: LoopLoad;

  constructor(io: MitwerkServer, counters: Counters, loop: LoopLoad = CALM) {
    this.#io = io;
    this.#loop = loop;
    this.#fanOut = giveFanOut(io, counters, loop);
  }

  get load(): TellingLoad {
    const { elsewhere, stretch } = this.#loop;
    return { perDelivery: this.#fanOut.perDelivery, elsewhere, stretch };
  }

  told(boardId: string, then: () => void): void {
    this.#fanOut.told(boardId, then);
  }

  tellTally(boardId: string, of: RunOf | null, frames: readonly ToldFrame[]): void {
    const groups = frames.map(({ audiences, frame, whole }) => ({
      whom: whomOf(boardId, audiences, of),
      event: ['tally', frame],
      isWhole: !frame.move,
      whole: () => ['tally', whole()],
    }));
    this.#fanOut.tellNewest(boardId, groups);
  }

  tellDelta(boardId: string, audiences: readonly Audience[], of: RunOf | null, delta: BoardDelta): void {
    this.#fanOut.tell(boardId, whomOf(boardId, audiences, of), ['delta', delta]);
  }

  tellMine(boardId: string, participant: string, mine: () => Mine): void {
    if (this.hasWindow(boardId, participant))
      this.#io.to(deviceRoom(boardId, participant)).emit('mine', mine());
  }

  hasWindow(boardId: string, participant: string): boolean {
    return this.#io.sockets.adapter.rooms.has(deviceRoom(boardId, participant));
  }

  tellBallot(boardId: string, participant: string, cast: BallotCast): void {
    this.#io.to(deviceRoom(boardId, participant)).emit('ballot', cast);
  }

  tellGone(boardId: string): void {
    for (const as of ['stage', 'maker', 'follower'] as const) this.#dismiss(boardId, as);
    this.#fanOut.forget(boardId);
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
    const whom = { rooms: new Set([room]), except: NOBODY };
    this.#fanOut.tell(boardId, whom, ['gone'], ({ socket }) => socket.leave(room));
  }
}

const NOBODY: ReadonlySet<string> = new Set();

/** The stage and the maker first: a whole room looks at the one screen, however many phones are told after it. */
function whomOf(boardId: string, audiences: readonly Audience[], of: RunOf | null): Whom {
  const rooms = new Set<string>();
  for (const as of ['stage', 'maker', 'follower'] as const) {
    if (audiences.includes(as)) rooms.add(listenersRoom(boardId, as));
  }
  const voters = of && voterRoom(boardId, of);
  const [followers, votersToo] = [audiences.includes('follower'), audiences.includes('voter')];
  if (voters && votersToo && !followers) rooms.add(voters);
  return { rooms, except: voters && followers && !votersToo ? new Set([voters]) : NOBODY };
}
