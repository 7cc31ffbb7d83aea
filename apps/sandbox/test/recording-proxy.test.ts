import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Exchange } from '../src/contract/exchange.ts';
import { createExchangeRecorder, shortenAuthorization } from '../src/node/exchange-recorder.ts';
import { closeServer, listenOnLoopback } from '../src/node/listen.ts';
import { createRecordingProxy } from '../src/node/recording-proxy.ts';

const exchanges: Exchange[] = [];
const upstream = createServer((request, response) => {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
    return;
  }
  response.writeHead(418, { 'X-Kind': 'teapot' });
  request.pipe(response);
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
  Object.assign(proxy.network, { server: 'up', delayMs: 0 });
});

test('hands requests and answers on as they are, and puts both down', async () => {
  const response = await fetch(`${origin}/brew?now=1`, { method: 'POST', body: 'oolong' });
  expect(response.status).toBe(418);
  expect(await response.text()).toBe('oolong');
  expect(exchanges).toMatchObject([
    {
      method: 'POST',
      path: '/brew?now=1',
      status: 418,
      preflight: false,
      requestBody: 'oolong',
      responseBody: 'oolong',
      responseHeaders: { 'x-kind': 'teapot' },
    },
  ]);
});

test('knows a preflight from a plain OPTIONS', async () => {
  const headers = { origin: 'null', 'access-control-request-method': 'GET' };
  await fetch(origin, { method: 'OPTIONS', headers });
  await fetch(origin, { method: 'OPTIONS' });
  expect(exchanges.map(({ preflight }) => preflight)).toEqual([true, false]);
  expect(exchanges[0]).toMatchObject({ origin: 'null', status: 204 });
});

test('never puts a whole token down', async () => {
  const token = `eyJhbGciOiJIUzI1NiJ9.${'x'.repeat(300)}.signature`;
  await fetch(origin, { headers: { authorization: `Bearer ${token}` } });
  expect(JSON.stringify(exchanges)).not.toContain('x'.repeat(20));
  expect(exchanges[0]?.requestHeaders.authorization).toMatch(/^Bearer eyJhbGciOiJI… \(\d+ characters\)$/);
});

test('shortens a token that was sent without its scheme', () => {
  expect(shortenAuthorization('x'.repeat(300))).toBe(`${'x'.repeat(12)}…`);
});

test('resets the connection while the server is down', async () => {
  proxy.network.server = 'down';
  await expect(fetch(origin)).rejects.toThrow();
  expect(exchanges[0]).toMatchObject({ failure: 'The server is down: the connection was reset' });
  expect(exchanges[0]).not.toHaveProperty('status');
});

test('keeps no more than 16 KB of a body', async () => {
  await fetch(origin, { method: 'POST', body: 'x'.repeat(20_000) }).then((response) => response.text());
  expect(exchanges[0]?.responseBody).toHaveLength(16 * 1024 + 1);
});
