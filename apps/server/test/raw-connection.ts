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
  /** Where each search goes on: a long text would take quadratic time from its start. */
  const searches = new Map<string, { matcher: RegExp; found: number }>();
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {}); // a reset is one of the ways to end
  const ended = once(socket, 'close').then(() => text);
  return {
    socket,
    send: (bytes) => socket.write(bytes),
    async received(pattern, times = 1) {
      const search = searches.get(pattern.source) ?? { matcher: new RegExp(pattern, 'g'), found: 0 };
      searches.set(pattern.source, search);
      while (search.found < times) {
        const { lastIndex } = search.matcher;
        if (search.matcher.test(text)) search.found += 1;
        else if (socket.closed) break;
        else {
          search.matcher.lastIndex = lastIndex;
          await Promise.race([once(socket, 'data'), ended]);
        }
      }
      return text;
    },
    ended,
  };
}
