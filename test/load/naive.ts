import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { beRival } from './rival-child.ts';

/**
 * The usual way: counts in memory, and every vote is told to everybody at once. It keeps nothing on a disk, knows no rounds
 * and no rules; what it answers and tells has the form of the product's, so that the same phones vote on both.
 */
const http = createServer();
const io = new Server(http, { transports: ['websocket'] });
const votes = new Map<string, string>();
const counts = new Map<string, number>();
let version = 0;

io.on('connection', (socket) => {
  socket.on('ballot:cast', ({ roundId, run, rev, entries }: Ballot, answer: (ack: unknown) => void) => {
    const [entry = ''] = entries;
    const before = votes.get(socket.id);
    if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) - 1);
    votes.set(socket.id, entry);
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
    version += 1;
    const tally = { version, ballots: votes.size, counts: [...counts.values()] };
    answer({ ok: true, value: { ballot: { roundId, run, rev, entries }, tally } });
    io.emit('tally', { seq: 1, present: io.engine.clientsCount, roundId, run, tally });
  });
});

interface Ballot {
  readonly roundId: string;
  readonly run: number;
  readonly rev: number;
  readonly entries: readonly string[];
}

beRival(http);
