import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hello } from '../src/contract/live-events.ts';
import { firstHello, isUp, MAIN, untilReady } from './sandbox-process.ts';

/** One real sandbox receives all of it: no request may end its process. */
let sandbox: ChildProcess;
let hello: Hello;
let pageOrigin: string;

beforeAll(async () => {
  const env = { ...process.env, NODE_ENV: undefined, SHOPIFY_API_SECRET: undefined };
  sandbox = spawn(process.execPath, [MAIN, '--port', '0'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = new URL(/Sandbox ready at (http:\S+)/.exec(await untilReady(sandbox))![1]!);
  pageOrigin = url.origin;
  hello = await firstHello(url);
}, 30_000);
afterAll(() => sandbox.kill('SIGKILL'));

/** How a raw request ends: with the status of its response, or with a closed connection. */
function sendRaw(origin: string, lines: string, abort = false): Promise<number | 'closed'> {
  const port = Number(new URL(origin).port);
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(lines.replaceAll('HOST', `127.0.0.1:${port}`), () => {
        if (abort) socket.resetAndDestroy();
      });
    });
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      received += chunk;
      if (received.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(received)?.[1];
      resolve(status ? Number(status) : 'closed');
    });
  });
}

const get = (target: string, headers = '') => `GET ${target} HTTP/1.1\r\nHost: HOST\r\n${headers}\r\n`;
const post = (target: string, headers: string, body: string) =>
  `POST ${target} HTTP/1.1\r\nHost: HOST\r\n${headers}\r\n${body}`;

const HOSTILE: [name: string, request: string][] = [
  ['a path that resolves to a host that cannot be parsed', get('//[')],
  ['a path that resolves to another host', get('//evil.example/')],
  ['a lone percent sign', get('/%')],
  ['percent encoding of no UTF-8', get('/%ff%fe?page=%ff')],
  ['a path that climbs', get('/../../../../etc/passwd')],
  ['an absolute URL as target', get('http://evil.example/')],
  ['an absolute URL that cannot be parsed', get('http://[')],
  ['an asterisk as target', 'OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n'],
  ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: HOST\r\n\r\n'],
  ['CONNECT to no host', 'CONNECT [ HTTP/1.1\r\nHost: HOST\r\n\r\n'],
  ['a WebSocket upgrade', get('/', 'Connection: Upgrade\r\nUpgrade: websocket\r\n')],
  ['an HTTP/2 upgrade', get('/', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n')],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
  ['two Hosts', 'GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n'],
  ['another Host', 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  ['a header that is too large', get('/', `X-Large: ${'x'.repeat(100_000)}\r\n`)],
  ['a header with a control character', get('/', 'X-Control: a\x00b\r\n')],
  ['a header with a line break', get('/', 'X-Break: a\rSet-Cookie: b\r\n')],
  ['a header named __proto__', get('/', '__proto__: x\r\n')],
  ['a method that does not exist', 'EVIL / HTTP/1.1\r\nHost: HOST\r\n\r\n'],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.padEnd(64, '\x00')],
  ['an expectation that nobody meets', get('/', 'Expect: everything\r\n')],
  ['two lengths', post('/', 'Content-Length: 1\r\nContent-Length: 2\r\n', 'xx')],
  ['a length and chunks', post('/', 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n')],
  ['a chunk of no length', post('/', 'Transfer-Encoding: chunked\r\n', 'zz\r\n\r\n')],
];

const BODIES = ['/', '/sandbox/session-token?page=0123-4567-89ab', '/sandbox/network?page=0123-4567-89ab'];
const JSON_BODY = 'Content-Type: application/json\r\nSec-Fetch-Site: same-origin\r\nOrigin: http://HOST\r\n';

describe.each<[string, () => string]>([
  ['the page server', () => pageOrigin],
  ['the frame server', () => hello.frameOrigin],
  ['the proxy', () => hello.apiOrigin],
])('%s survives', (_server, originOf) => {
  test.each(HOSTILE)('%s', async (_name, request) => {
    const ended = await sendRaw(originOf(), request);
    expect(ended).not.toBe(500);
    expect(await isUp(pageOrigin)).toBe(true);
  });

  test.each(BODIES)('a truncated body, for %s', async (target) => {
    const headers = `${JSON_BODY}X-Sandbox-Key: KEY\r\nContent-Length: 1000\r\n`;
    await sendRaw(originOf(), post(target, headers.replace('KEY', hello.key), '{"target":'), true);
    expect(await isUp(pageOrigin)).toBe(true);
  });

  test('a client that leaves before its response', async () => {
    await sendRaw(originOf(), get('/api/session-token'), true);
    expect(await isUp(pageOrigin)).toBe(true);
  });
});

test('the sandbox has not restarted', () => {
  expect(sandbox.exitCode).toBeNull();
});
