import { type Ack, accepted, rejected } from '../../shared/ack.ts';
import type { Audience, OwnBallot } from '../../shared/board-view.ts';
import { type JoinBoard, joinBoardSchema } from '../../shared/commands.ts';
import { mineOf } from '../domain/mine.ts';
import { findRound } from '../domain/round.ts';
import type { Room } from '../live/room.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Clock } from '../ops/clock.ts';
import type { Store } from '../store/store.ts';
import type { Answers, MitwerkSocket } from './answers.ts';
import { joinedJson, type PreparedJoin } from './joined-json.ts';
import { deviceRoom, listenersRoom, voterRoom } from './loudspeaker.ts';
import { shuffleSeed } from './shuffle-seed.ts';
import { viewJson } from './view-json.ts';

interface Deps {
  readonly rooms: Rooms;
  readonly store: Store;
  readonly clock: Clock;
}

/** Join = subscribe, then view: what is told after subscribing reaches this socket, whatever the view had time to hold. */
export function hearJoins(answers: Answers, deps: Deps): void {
  const decide = async (command: JoinBoard, socket: MitwerkSocket): Promise<Ack<PreparedJoin>> => {
    if (command.as === 'maker' && !(await answers.isMaker(socket))) return rejected('not_allowed');
    if (command.as !== 'maker' && !socket.data.joins.take()) return rejected('too_fast');
    const room = await findRoom(command, deps.rooms);
    if (!room) return rejected(command.as === 'stage' ? 'not_allowed' : 'not_found');
    // [N6] It comes from a node that knew more.
    if (command.seq !== undefined && command.seq > room.board.seq) await room.catchUp();
    if (room.isGone) return rejected('not_found');
    return join(socket, room, command, deps);
  };
  answers.toAnyone('board:join', joinBoardSchema, decide, joinedJson);
}

/** The slug opens a board to followers and its maker, the stage token opens it to the stage. */
async function findRoom({ as, slug, stageToken }: JoinBoard, rooms: Rooms): Promise<Room | null> {
  if (as === 'stage') return stageToken === undefined ? null : rooms.find({ stageToken });
  return slug === undefined ? null : rooms.find({ slug });
}

async function join(
  socket: MitwerkSocket,
  room: Room,
  command: JoinBoard,
  deps: Deps,
): Promise<Ack<PreparedJoin>> {
  const { participant, device } = socket.data;
  const { id: boardId } = room.board;
  const isFollower = command.as === 'follower';
  if (!socket.connected) return rejected('unavailable');
  const leave = subscribe(socket, room, command.as);

  // Read after subscribing: a ballot from another window is either in what is read, or told.
  const ballots =
    isFollower && participant !== null ? await currentBallots(room, participant, deps.store) : [];
  // Gone meanwhile, or already looking at another board.
  if (socket.data.leave !== leave) return rejected('unavailable');
  const voted = ballots.filter(({ entries }) => entries.length > 0);
  const earned = voted.filter(({ roundId }) => isAfterVote(room, roundId));
  socket.join(earned.map((ballot) => voterRoom(boardId, ballot)));

  const { seq, stageToken, createdAt } = room.board;
  const audience = isFollower ? followerAudience(room, voted) : command.as;
  return accepted({
    view: command.seq === seq ? null : viewFor(room, command.as, earned),
    frame: room.frame(audience),
    ballots,
    now: deps.clock.now(),
    shuffle: shuffleSeed(participant ?? socket.id),
    ...(isFollower && participant !== null && { mine: mineOf(room.board, participant) }),
    ...(isFollower && device !== null && { device }),
    ...(command.as === 'maker' && { maker: { stageToken, createdAt } }),
  });
}

/** A socket looks at one board at a time. Answers how to leave this one. */
function subscribe(socket: MitwerkSocket, room: Room, as: JoinBoard['as']): () => void {
  const { id: boardId } = room.board;
  const { participant } = socket.data;
  socket.data.leave();
  socket.join(listenersRoom(boardId, as));
  if (as === 'follower' && participant !== null) socket.join(deviceRoom(boardId, participant));
  const leaveRoom = room.enter(as === 'follower' ? 'phone' : 'viewer');
  socket.data.leave = () => {
    leaveRoom();
    for (const name of socket.rooms) if (name.startsWith(`${boardId}:`)) socket.leave(name);
    socket.data.leave = () => {};
  };
  return socket.data.leave;
}

/** The participant's ballots in the runs that are shown. */
async function currentBallots(room: Room, participant: string, store: Store): Promise<OwnBallot[]> {
  const ballots = await store.readBallots(room.board.id, participant);
  return ballots.filter(({ roundId, run }) => findRound(room.board, roundId)?.run === run);
}

function isAfterVote(room: Room, roundId: string): boolean {
  return findRound(room.board, roundId)?.results === 'after-vote';
}

/** Makers and stages are few, and get theirs as it is at this moment. */
function viewFor(room: Room, as: JoinBoard['as'], earned: readonly OwnBallot[]): string {
  if (as !== 'follower') return JSON.stringify(room.view(as));
  return viewJson(room, new Set(earned.map(({ roundId }) => roundId)));
}

/** Whoever has a ballot in the round whose tally moves is told what voters see. */
function followerAudience({ focus }: Room, voted: readonly OwnBallot[]): Audience {
  return voted.some(({ roundId }) => roundId === focus?.id) ? 'voter' : 'follower';
}
