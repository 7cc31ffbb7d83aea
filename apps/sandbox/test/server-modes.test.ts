import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Exchange } from '../src/contract/exchange.ts';
import { createExchangeRecorder } from '../src/node/exchange-recorder.ts';
import { closeServer, listenOnLoopback } from '../src/node/listen.ts';
import { createRecordingProxy } from '../src/node/recording-proxy.ts';

const exchanges: Exchange[] = [];
const authorizations: (string | undefined)[] = [];
/** Refuses as the app's server does, with whatever CORS headers it is given. */
let cors: Record<string, string> = {};
const upstream = createServer((request, response) => {
  authorizations.push(request.headers.authorization);
  const status = request.method === 'OPTIONS' ? 204 : request.headers.authorization ? 200 : 401;
  response.writeHead(status, { ...cors, 'WWW-Authenticate': 'Bearer', 'X-Request-Id': 'r1' }).end();
});
const address = { host: '127.0.0.1', port: 0 };
const recorder = createExchangeRecorder((exchange) => exchanges.push(exchange));
const proxy = createRecordingProxy({ upstream: () => address, begin: recorder.begin });
let origin: string;

beforeAll(async () => {
  address.port = await listenOnLoopback(upstream, 0);
  origin = `http://127.0.0.1:${await listenOnLoopback(proxy.server, 0)}`;
});
afterAll(() => Promise.all([closeServer(proxy.server), closeServer(upstream)]));
afterEach(() => {
  exchanges.length = 0;
  authorizations.length = 0;
  cors = { 'Access-Control-Allow-Origin': '*' };
  Object.assign(proxy.network, { server: 'up', delayMs: 0 });
});

const call = () => fetch(origin, { method: 'POST', headers: { authorization: 'Bearer t' } });

test.each([
  ['rate-limited', 429, 'rate_limited', '30'],
  ['failing', 500, 'internal_error', null],
] as const)(
  '%s answers %i in the shape of the API, and the write never reaches it',
  async (server, status, code, wait) => {
    cors = { 'Access-Control-Allow-Origin': '*' };
    proxy.network.server = server;
    const response = await call();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, retryable: true });
    expect(response.headers.get('retry-after')).toBe(wait);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.has('www-authenticate')).toBe(false);
    expect(authorizations).toEqual([undefined]);
  },
);

test('whether a made-up refusal has CORS headers is up to the server', async () => {
  cors = {};
  proxy.network.server = 'failing';
  expect((await call()).headers.has('access-control-allow-origin')).toBe(false);
});

test('preflights go through while requests are refused', async () => {
  proxy.network.server = 'rate-limited';
  expect((await fetch(origin, { method: 'OPTIONS' })).status).toBe(204);
});

test('without CORS, the server does all that it does, and the headers are gone', async () => {
  cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'X-Request-Id' };
  proxy.network.server = 'no-cors';
  const response = await call();
  expect(response.status).toBe(200);
  expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect(response.headers.get('x-request-id')).toBe('r1');
  expect(authorizations).toEqual(['Bearer t']);
});

test('a slow network takes that long', async () => {
  proxy.network.delayMs = 120;
  await call();
  expect(exchanges[0]?.durationMs).toBeGreaterThanOrEqual(119);
});

test('what nobody waits for any more is put down as such, and never sent', async () => {
  proxy.network.delayMs = 5_000;
  await expect(fetch(origin, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  await expect.poll(() => exchanges[0]?.failure).toBe('No answer: the extension did not wait for it');
  expect(authorizations).toEqual([]);
});

test('the whole authorization is kept for those who ask, and for the newest exchanges alone', async () => {
  await call();
  const first = exchanges[0]!.id;
  expect(recorder.authorizationOf(first)).toBe('Bearer t');
  for (let count = 0; count < 200; count += 1) await call();
  expect(recorder.authorizationOf(first)).toBeUndefined();
});
