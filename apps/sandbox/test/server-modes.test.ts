import { afterEach, expect, test } from 'vitest';
import { proxyUpstream } from './proxied-upstream.ts';

const authorizations: (string | undefined)[] = [];
/** Rejects requests as the app's server does, with these CORS headers. */
let cors: Record<string, string> = {};
const { call, exchanges, network, recorder } = proxyUpstream((request, response) => {
  authorizations.push(request.headers.authorization);
  const status = request.method === 'OPTIONS' ? 204 : request.headers.authorization ? 200 : 401;
  response.writeHead(status, { ...cors, 'WWW-Authenticate': 'Bearer', 'X-Request-Id': 'r1' }).end();
});

afterEach(() => {
  authorizations.length = 0;
  cors = { 'Access-Control-Allow-Origin': '*' };
});

const write = () => call({ method: 'POST', headers: { authorization: 'Bearer t' } });

test.each([
  ['rate-limited', 429, 'rate_limited', '30'],
  ['failing', 500, 'internal_error', null],
] as const)(
  '%s responds with %i in the shape of the API, and the write never reaches the server',
  async (server, status, code, wait) => {
    cors = { 'Access-Control-Allow-Origin': '*' };
    network.server = server;
    const response = await write();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, retryable: true });
    expect(response.headers.get('retry-after')).toBe(wait);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.has('www-authenticate')).toBe(false);
    expect(authorizations).toEqual([undefined]);
  },
);

test('an injected error has CORS headers only if the server sends them', async () => {
  cors = {};
  network.server = 'failing';
  expect((await write()).headers.has('access-control-allow-origin')).toBe(false);
});

test('forwards preflights while requests are rejected', async () => {
  network.server = 'rate-limited';
  expect((await call({ method: 'OPTIONS' })).status).toBe(204);
});

test('no-cors forwards the request and strips the CORS headers of the response', async () => {
  cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'X-Request-Id' };
  network.server = 'no-cors';
  const response = await write();
  expect(response.status).toBe(200);
  expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect(response.headers.get('x-request-id')).toBe('r1');
  expect(authorizations).toEqual(['Bearer t']);
});

test('delays a request by the requested time', async () => {
  network.delayMs = 120;
  await write();
  expect(exchanges[0]?.durationMs).toBeGreaterThanOrEqual(119);
});

test('records an aborted request, and never forwards it', async () => {
  network.delayMs = 5_000;
  await expect(call({ signal: AbortSignal.timeout(50) })).rejects.toThrow();
  await expect.poll(() => exchanges[0]?.failure).toBe('No response: the extension stopped waiting');
  expect(authorizations).toEqual([]);
});

test('keeps the whole Authorization header of the newest exchanges only', async () => {
  await write();
  const first = exchanges[0]!.id;
  expect(recorder.authorizationOf(first)).toBe('Bearer t');
  for (let batch = 0; batch < 4; batch += 1) await Promise.all(Array.from({ length: 50 }, write));
  expect(recorder.authorizationOf(first)).toBeUndefined();
});
