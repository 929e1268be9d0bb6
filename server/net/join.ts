import { type Ack, accepted, rejected } from '../../shared/ack.ts';
import type { Audience, BoardView, OwnBallot } from '../../shared/board-view.ts';
import { type JoinBoard, joinBoardSchema } from '../../shared/commands.ts';
import type { Joined } from '../../shared/events.ts';
import type { Room } from '../live/room.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import { answer, type MitwerkSocket } from './answer.ts';
import { audienceRoom, deviceRoom } from './loudspeaker.ts';
import { shuffleSeed } from './shuffle-seed.ts';

interface Deps {
  readonly rooms: Rooms;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** Join = subscribe, then view: what is told after the view was made reaches this socket for certain. */
export function hearJoins(socket: MitwerkSocket, deps: Deps): void {
  answer(socket, deps.log, 'board:join', joinBoardSchema, async (command) => {
    if (command.as === 'maker' && !(await socket.data.isMaker())) return rejected('not_allowed');
    const room = await findRoom(command, deps.rooms);
    if (!room) return rejected(command.as === 'stage' ? 'not_allowed' : 'not_found');
    return join(socket, room, command, deps);
  });
  socket.on('disconnect', () => socket.data.leave());
}

/** The slug opens a board to followers and its maker, the stage token opens it to the stage. */
async function findRoom({ as, slug, stageToken }: JoinBoard, rooms: Rooms): Promise<Room | null> {
  if (as === 'stage') return stageToken === undefined ? null : rooms.find({ stageToken });
  return slug === undefined ? null : rooms.find({ slug });
}

async function join(socket: MitwerkSocket, room: Room, command: JoinBoard, deps: Deps): Promise<Ack<Joined>> {
  const { participant, device } = socket.data;
  const boardId = room.board.id;
  const isFollower = command.as === 'follower';
  const ballots =
    isFollower && participant !== null ? await deps.store.readBallots(boardId, participant) : [];
  if (!socket.connected) return rejected('unavailable');

  // From here to the answer nothing waits, so nothing can be told between subscribing and the view.
  socket.data.leave();
  const audience = isFollower ? followerAudience(room, ballots) : command.as;
  const rooms = [audienceRoom(boardId, audience as Audience)];
  if (isFollower && participant !== null) rooms.push(deviceRoom(boardId, participant));
  socket.join(rooms);
  const leaveRoom = room.enter(isFollower ? 'phone' : 'viewer');
  socket.data.leave = () => {
    leaveRoom();
    for (const name of socket.rooms) if (name.startsWith(`${boardId}:`)) socket.leave(name);
    socket.data.leave = () => {};
  };

  const { seq, stageToken, createdAt } = room.board;
  return accepted({
    view: command.seq === seq ? null : isFollower ? ownView(room, ballots) : room.view(audience as Audience),
    frame: room.frame(audience as Audience),
    ballots: ballots.filter(({ roundId, run }) => isCurrentRun(room, roundId, run)),
    now: deps.clock.now(),
    shuffle: shuffleSeed(participant ?? socket.id),
    ...(isFollower && device !== null && { device }),
    ...(command.as === 'maker' && { maker: { stageToken, createdAt } }),
  });
}

/** The followers' view, but each round this participant has voted in as voters see it. */
function ownView(room: Room, ballots: readonly OwnBallot[]): BoardView {
  const view = room.view('follower');
  const asVoter = new Map(room.view('voter').rounds.map((round) => [round.id, round]));
  const voted = new Set(
    ballots.filter(({ roundId, run }) => isCurrentRun(room, roundId, run)).map((one) => one.roundId),
  );
  return {
    ...view,
    rounds: view.rounds.map((round) => (voted.has(round.id) && asVoter.get(round.id)) || round),
  };
}

/** Whoever has a ballot in the round that is shown may see what voters see. */
function followerAudience(room: Room, ballots: readonly OwnBallot[]): Audience {
  const { focus } = room;
  const voted = ballots.some(({ roundId, run }) => roundId === focus?.id && run === focus.run);
  return voted ? 'voter' : 'follower';
}

function isCurrentRun(room: Room, roundId: string, run: number): boolean {
  return room.board.rounds.some((round) => round.id === roundId && round.run === run);
}
