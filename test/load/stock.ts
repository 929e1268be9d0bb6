import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { beRival } from './rival-child.ts';

const EVENT = '42["tally",';

/** Telling as Socket.IO's guide shows it: everybody in one room, and an emit to the room. */
const http = createServer();
const io = new Server(http, { transports: ['websocket'] });
io.on('connection', (socket) => socket.join('room'));

beRival(http, (text) => {
  io.to('room').emit('tally', JSON.parse(text.slice(EVENT.length, -1)));
});
