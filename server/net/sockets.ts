import type { IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import type { MakerAccess } from '../access/maker.ts';
import { originAllowed } from '../access/origin.ts';
import type { Newcomers } from '../access/newcomers.ts';
import type { Participants } from '../access/participants.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Clock } from '../ops/clock.ts';
import type { Counters } from '../ops/counters.ts';
import type { Ids } from '../ops/ids.ts';
import type { Log } from '../ops/log.ts';
import type { Limits } from '../store/limits.ts';
import type { MediaStore } from '../store/media.ts';
import { measureTurns } from '../ops/loop-turn.ts';
import type { Store } from '../store/store.ts';
import { Admission } from './admission.ts';
import { Answers, type Caller, type MitwerkSocket } from './answers.ts';
import { hearBallots } from './ballots.ts';
import { hearBoards } from './boards.ts';
import { hearCredits } from './credits.ts';
import { hearDrafts } from './drafts.ts';
import { frugalLines } from './frugal-lines.ts';
import { hearIdeas } from './ideas.ts';
import { hearJoins } from './join.ts';
import { hearLog } from './log.ts';
import type { Loudspeaker, MitwerkServer } from './loudspeaker.ts';
import { guardMakers } from './guard-makers.ts';
import { hearMine } from './mine.ts';
import { hearModeration } from './moderation.ts';
import { hearOutcomes } from './outcomes.ts';
import { preparedParser } from './prepared.ts';
import { Allowance } from '../store/allowance.ts';
import { hearRounds } from './rounds.ts';
import { hearScenes } from './scenes.ts';
import { guardSlowReaders } from './slow-readers.ts';

interface SocketParts {
  readonly store: Store;
  readonly media: Pick<MediaStore, 'read'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly participants: Participants;
  readonly newcomers: Newcomers;
  readonly limits: Limits;
  readonly makers: MakerAccess;
  readonly counters: Counters;
  readonly config: { publicUrl(): string };
}

/** The longest commands are `draft:add` with LIMITS.draftsPerCommand, and a ballot of 500 entries. */
const COMMAND_BYTES = 16 * 1024;

/** Taps of a person; a maker's run sheet sends more at once. */
const FOLLOWER_PACE = { burst: 20, perSecond: 4 };
const MAKER_PACE = { burst: 200, perSecond: 40 };

/** A phone joins once, and again when it wakes or has missed something. */
const JOIN_PACE = { burst: 6, perSecond: 0.5 };

/** Ideas and names come slower than taps: a spammer is slowed, somebody full of ideas hardly. */
const WORDS_PACE = { burst: 3, perSecond: 1 / 20 };

/** The Socket.IO server without its listeners: rooms need its speaker before the listeners can need the rooms. */
export function createSockets({
  clock,
  config,
  counters,
}: Pick<SocketParts, 'clock' | 'config' | 'counters'>): MitwerkServer {
  const admission = new Admission({ clock, counters, turn: measureTurns() });
  const io: MitwerkServer = new Server({
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 5_000,
    maxHttpBufferSize: COMMAND_BYTES,
    wsEngine: frugalLines(clock),
    parser: preparedParser,
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      if (!originAllowed(origin, host, config.publicUrl())) decide(null, false);
      else if (admission.admit(request)) decide(null, true);
    },
  });
  io.on('connection', ({ request }) => admission.through(request));
  return io;
}

/** Lets people in, and listens to them. Returns how to stop the guards. */
export function hearSockets(
  io: MitwerkServer,
  parts: SocketParts & { rooms: Rooms; speaker: Loudspeaker },
): () => void {
  const words = parts.limits.bucket('words', WORDS_PACE);
  const answers = new Answers({ ...parts, words });
  hearJoins(answers, parts);
  hearBallots(answers, parts);
  hearBoards(answers, parts);
  hearRounds(answers, parts);
  hearDrafts(answers, parts);
  hearIdeas(answers, parts);
  hearModeration(answers, parts);
  hearOutcomes(answers, parts);
  hearScenes(answers, parts);
  hearLog(answers, parts);
  hearCredits(answers, parts);
  hearMine(answers, parts);
  const greeted = new WeakSet<MitwerkSocket['client']>();
  io.use((socket, next) => {
    const { client } = socket;
    // One connection is one caller: each further hello would bring another identity and another allowance.
    if (greeted.has(client)) {
      socket.conn.close();
      return next(new Error('unavailable'));
    }
    greeted.add(client);
    identify(socket, parts).then(
      (caller) => {
        Object.assign(socket.data, caller);
        next();
      },
      (error: unknown) => {
        parts.log.error({ error }, 'a socket could not be identified');
        greeted.delete(client);
        next(new Error('unavailable'));
      },
    );
  });
  io.on('connection', (socket) => {
    forgetHandshake(socket);
    answers.listenTo(socket);
    socket.on('disconnect', leaveBoard);
  });
  const guards = [guardSlowReaders(io, parts.clock), guardMakers(io, answers, parts)];
  return () => {
    for (const stop of guards) stop();
  };
}

/** It has been read; keeping it, and the request, would cost a third of an idle phone's memory. */
function forgetHandshake(socket: MitwerkSocket): void {
  Reflect.set(socket.conn, 'request', null);
  Reflect.set(socket, 'handshake', null);
}

/** One function for all sockets, as Socket.IO calls it. */
function leaveBoard(this: MitwerkSocket): void {
  this.data.leave();
}

async function identify(socket: MitwerkSocket, parts: SocketParts): Promise<Caller> {
  const { participants, newcomers, makers, clock } = parts;
  const request: IncomingMessage = socket.request;
  const { cookie } = request.headers;
  const { device } = socket.handshake.auth;
  const kept = typeof device === 'string' ? device : undefined;
  let known = participants.recognise(cookie, kept);
  if (!known && (await newcomers.admit(request))) known = participants.read(participants.mint(clock.now()));
  const isMaker = await makers.allows(cookie);
  return {
    participant: known?.id ?? null,
    device: known?.token ?? null,
    cookie: isMaker ? cookie : undefined,
    allowance: new Allowance(clock, isMaker ? MAKER_PACE : FOLLOWER_PACE),
    joins: new Allowance(clock, JOIN_PACE),
    leave: () => {},
  };
}
