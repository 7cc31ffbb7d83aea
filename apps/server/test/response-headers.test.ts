import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { Type } from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import { HTTP_LIMITS } from '../src/http/limits/http-limits.ts';
import { createTestApp } from './test-app.ts';

const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

let delayMs = 0;
const { app, mint } = await createTestApp({
  eventLoopDelayMs: () => delayMs,
  httpLimits: {
    ...HTTP_LIMITS,
    http: { ...HTTP_LIMITS.http, headersTimeout: 300, connectionsCheckingInterval: 50 },
  },
  extend: (extended) => {
    extended.post('/test/echo', { schema: { body: Type.Object({}) } }, async () => 'ok');
    extended.get('/test/broken', async () => {
      throw new Error('broken');
    });
  },
});
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.server.address() as AddressInfo;
afterAll(() => app.close());

/** Sends these bytes and returns the status and headers of the response. */
async function exchange(bytes: string): Promise<{ status: number; headers: Record<string, string> }> {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
    if (received.includes('\r\n\r\n')) socket.end();
  });
  await once(socket, 'close');
  const [statusLine = '', ...lines] = received.split('\r\n\r\n', 1)[0]!.split('\r\n');
  const headers = lines.map((line) => [
    line.split(':', 1)[0]!.toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ]);
  return { status: Number(statusLine.split(' ')[1]), headers: Object.fromEntries(headers) };
}

const head = (line: string, ...headers: string[]) => `${[line, 'Host: a', ...headers].join('\r\n')}\r\n\r\n`;
const json = 'Content-Type: application/json';

describe('the security headers', () => {
  test.each([
    ['a success', 200, () => head('GET /api/session-token HTTP/1.1', `Authorization: Bearer ${mint()}`)],
    ['a HEAD request', 200, () => head('HEAD /health/live HTTP/1.1')],
    [
      'a preflight',
      204,
      () => head('OPTIONS /api/session-token HTTP/1.1', 'Origin: null', 'Access-Control-Request-Method: GET'),
    ],
    ['a malformed body', 400, () => `${head('POST /test/echo HTTP/1.1', json, 'Content-Length: 1')}{`],
    ['an undecodable URL', 400, () => head('GET /api/%zz HTTP/1.1')],
    ['bytes that are not HTTP', 400, () => 'GARBAGE\r\n\r\n'],
    ['a request without Host', 400, () => 'GET /health/live HTTP/1.1\r\n\r\n'],
    ['an unknown expectation', 200, () => head('GET /health/live HTTP/1.1', 'Expect: anything')],
    ['a missing token', 401, () => head('GET /api/session-token HTTP/1.1')],
    ['an unsigned webhook', 401, () => head('POST /webhooks HTTP/1.1', 'Content-Length: 0')],
    ['an unknown route', 404, () => head('GET /nope HTTP/1.1')],
    ['a wrong method', 405, () => head('DELETE /api/session-token HTTP/1.1')],
    ['a head that never ends', 408, () => 'GET / HTTP/1.1\r\n'],
    ['a body that is too large', 413, () => head('POST /test/echo HTTP/1.1', json, 'Content-Length: 99999')],
    [
      'a body of another type',
      415,
      () => `${head('POST /test/echo HTTP/1.1', 'Content-Type: text/xml', 'Content-Length: 1')}x`,
    ],
    ['headers that are too large', 431, () => head('GET / HTTP/1.1', `X: ${'x'.repeat(13_000)}`)],
    ['an error of the server', 500, () => head('GET /test/broken HTTP/1.1')],
  ])('are all on the response to %s', async (_name, status, bytes) => {
    const response = await exchange(bytes());

    expect(response.status).toBe(status);
    expect(response.headers).toMatchObject({
      ...SECURITY_HEADERS,
      'access-control-allow-origin': '*',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(response.headers).not.toHaveProperty('set-cookie');
    expect(response.headers).not.toHaveProperty('x-powered-by');
  });

  test('are all on the response of an overloaded server', async () => {
    delayMs = 1000;
    const response = await exchange(head('GET /api/session-token HTTP/1.1'));
    delayMs = 0;

    expect(response.status).toBe(503);
    expect(response.headers).toMatchObject(SECURITY_HEADERS);
  });

  test('are all on the response to too many requests', async () => {
    const limited = await createTestApp({ rateLimitPerMinute: 1 });
    await limited.app.inject('/api/session-token');
    const response = await limited.app.inject('/api/session-token');

    expect(response.statusCode).toBe(429);
    expect(response.headers).toMatchObject(SECURITY_HEADERS);
  });
});
