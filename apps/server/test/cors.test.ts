import { describe, expect, test } from 'vitest';
import { createTestApp } from './test-app.ts';

const { app, mint } = await createTestApp({ rateLimitPerMinute: 1000 });

const ORIGINS = [
  'null',
  'https://extensions.shopifycdn.com',
  'https://cdn.shopify.com',
  'https://anything.example',
];

function preflight(origin: string, method: string, headers = 'authorization') {
  return app.inject({
    method: 'OPTIONS',
    url: '/api/session-token',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
  });
}

describe('CORS for extensions', () => {
  test.each(ORIGINS)('answers a preflight from %s without a token', async (origin) => {
    const response = await preflight(origin, 'GET');

    expect(response.statusCode).toBe(204);
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers['access-control-max-age']).toBe('7200');
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
    expect(response.headers).not.toHaveProperty('location');
  });

  test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])('allows %s', async (method) => {
    const allowed = String((await preflight('null', method)).headers['access-control-allow-methods']);

    expect(allowed.split(', ')).toContain(method);
  });

  test('allows the headers of extensions by name, because `*` does not cover Authorization', async () => {
    const allowed = (await preflight('null', 'POST')).headers['access-control-allow-headers'];

    expect(allowed).toBe('Authorization, Content-Type, Idempotency-Key, traceparent');
  });

  test('answers a bare OPTIONS too', async () => {
    expect((await app.inject({ method: 'OPTIONS', url: '/api/session-token' })).statusCode).toBe(204);
  });

  test('exposes the headers that clients read', async () => {
    const response = await app.inject({
      url: '/api/session-token',
      headers: { origin: 'null', authorization: `Bearer ${mint()}` },
    });

    expect(response.statusCode).toBe(200);
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers['access-control-expose-headers']).toBe(
      'WWW-Authenticate, Retry-After, X-Request-Id, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Allow',
    );
  });

  test('does not depend on the origin, so caches cannot mix responses up', async () => {
    const response = await app.inject({
      url: '/api/session-token',
      headers: { origin: 'https://a.example' },
    });

    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(String(response.headers.vary ?? '')).not.toMatch(/origin/i);
  });
});
