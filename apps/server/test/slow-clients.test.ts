import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HTTP_LIMITS } from '../src/http/limits/http-limits.ts';
import { createTestApp } from './test-app.ts';

const { app } = await createTestApp({
  extend: (extended) => extended.post('/test/echo', async () => 'ok'),
  httpLimits: {
    ...HTTP_LIMITS,
    requestTimeout: 1000,
    http: { ...HTTP_LIMITS.http, headersTimeout: 500, connectionsCheckingInterval: 100 },
  },
});
const POST = 'POST /test/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
let port: number;
beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(() => app.close());

/** Writes these bytes and resolves to the whole response when the server closes the connection. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.on('data', (chunk) => (received += chunk));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

describe('bytes that are not a request', () => {
  test.concurrent.each([
    ['not HTTP', 'GARBAGE\r\n\r\n', 400, 'invalid_request'],
    [
      'headers above the limit',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(13_000)}\r\n\r\n`,
      431,
      'header_fields_too_large',
    ],
    [
      'a client that stops in the middle of the headers',
      'GET / HTTP/1.1\r\nHost: a\r\n',
      408,
      'request_timeout',
    ],
    [
      'a client that stops in the middle of the body',
      `${POST}Content-Length: 9\r\n\r\n{"a"`,
      408,
      'request_timeout',
    ],
  ])('%s: the same shape, CORS, and the connection ends', async (_name, bytes, status, code) => {
    const response = await exchange(bytes);
    const [head = '', body = ''] = response.split('\r\n\r\n');

    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toMatch(/access-control-allow-origin: \*/i);
    expect(head).toMatch(/connection: close/i);
    expect(JSON.parse(body)).toMatchObject({ code, requestId: expect.any(String) });
  });

  test('accepts headers just below the limit', async () => {
    const request = `GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: ${'x'.repeat(11_000)}\r\n\r\n`;

    expect(await exchange(request)).toMatch(/^HTTP\/1.1 200 /);
  });
});
