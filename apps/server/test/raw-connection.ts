import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawConnection {
  socket: Socket;
  send(bytes: string): void;
  /** Resolves to the received data once it matches this many times or the connection has ended. */
  received(pattern: RegExp, times?: number): Promise<string>;
  /** Resolves to everything received when the connection has ended. */
  ended: Promise<string>;
}

/** Opens a connection on which a test can write any bytes. */
export async function openConnection(port: number, host = '127.0.0.1'): Promise<RawConnection> {
  const socket = connect(port, host);
  await once(socket, 'connect');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {}); // a reset is one of the ways to end
  const ended = once(socket, 'close').then(() => text);
  return {
    socket,
    send: (bytes) => socket.write(bytes),
    async received(pattern, times = 1) {
      const matches = () => [...text.matchAll(new RegExp(pattern, 'g'))].length;
      while (matches() < times && !socket.closed) {
        await Promise.race([once(socket, 'data'), ended]);
      }
      return text;
    },
    ended,
  };
}
