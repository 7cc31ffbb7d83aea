import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Exchange } from '../src/contract/exchange.ts';
import { closeServer, listenOnLoopback } from '../src/node/http/listen.ts';
import { createExchangeRecorder } from '../src/node/proxy/exchange-recorder.ts';
import { createRecordingProxy } from '../src/node/proxy/recording-proxy.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => closeServer(server as never)));
});

/** Asks once through the proxy in front of a server that responds with these bytes. */
async function askThrough(respond: (socket: Socket) => void) {
  const sockets: Socket[] = [];
  const upstream = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.once('data', () => respond(socket));
  });
  const port = await listenOnLoopback(upstream as never, 0);
  const exchanges: Exchange[] = [];
  const recorder = createExchangeRecorder({ onStart() {}, onEnd: (exchange) => exchanges.push(exchange) });
  const { server } = createRecordingProxy({
    upstream: async () => ({ host: '127.0.0.1', port }),
    begin: recorder.begin,
  });
  const origin = `http://127.0.0.1:${await listenOnLoopback(server, 0)}`;
  const response = await fetch(origin).catch(() => undefined);
  await expect.poll(() => exchanges).toHaveLength(1);
  await closeServer(server);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => upstream.close(resolve));
  return { response, exchange: exchanges[0]! };
}

test.each<[string, (socket: Socket) => void]>([
  ['resets before a response', (socket) => socket.resetAndDestroy()],
  ['closes without a response', (socket) => socket.end()],
  [
    'resets in the middle of a body',
    (socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', () => socket.resetAndDestroy()),
  ],
  [
    'closes in the middle of a chunk',
    (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf'),
  ],
  ['speaks no HTTP', (socket) => socket.end('hello\r\n\r\n')],
  [
    'has a status that does not exist',
    (socket) => socket.end('HTTP/1.1 042 No\r\nContent-Length: 0\r\n\r\n'),
  ],
  [
    'switches protocols without a request',
    (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
  ],
])('a server that %s is recorded as a failure', async (_what, respond) => {
  const { response, exchange } = await askThrough(respond);
  expect(response).toBeUndefined();
  expect(exchange.failure).toMatch(/^No response from the server: /);
  expect(exchange).not.toHaveProperty('status');
});

test('does not forward hop-by-hop headers, or those that Connection names', async () => {
  const { response } = await askThrough((socket) =>
    socket.end(
      'HTTP/1.1 200 OK\r\nConnection: X-Private, close\r\nX-Private: 1\r\nKeep-Alive: timeout=9\r\nX-Public: 2\r\nContent-Length: 2\r\n\r\nok',
    ),
  );
  expect(response!.headers.get('x-public')).toBe('2');
  expect(response!.headers.get('x-private')).toBeNull();
  expect(response!.headers.get('keep-alive')).not.toBe('timeout=9');
});
