import type { Server } from 'socket.io';
import type { Socket as Client } from 'socket.io-client';
import type { WebSocket } from 'ws';
import { backlogOf } from '../../server/net/slow-readers.ts';

/**
 * From now on the client does not read, and so much was sent to it that bytes wait in the server: the kernel takes several MB
 * before that. Answers how it reads again.
 */
export async function deafen(client: Client, io: Server): Promise<() => void> {
  const id = client.id ?? '';
  const socket = io.sockets.sockets.get(id);
  if (!socket) throw new Error('nobody to deafen');
  const line: WebSocket = Reflect.get(client.io.engine.transport, 'ws');
  line.pause();
  while (backlogOf(socket as never).bytes === 0) {
    socket.emit('noise', 'x'.repeat(100_000));
    await new Promise(setImmediate);
  }
  return () => line.resume();
}
