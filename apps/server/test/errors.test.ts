import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { createSessionTokenVerifier } from '@session-token/token-verify';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { sessionTokenGuard } from '../src/session-token/guard.ts';
import { CLIENT_ID, createTestApp, NOW, SECRET } from './test-app.ts';

const verifier = createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET], now: () => NOW });

const { app, mint, logLines } = await createTestApp({
  extend: (extended) => {
    extended.post(
      '/test/echo',
      { schema: { body: Type.Object({ points: Type.Integer() }) } },
      async () => 'ok',
    );
    extended.post('/test/no-body', async () => ({ ok: true }));
    extended.get('/test/cached', async (_request, reply) => {
      reply.header('cache-control', 'max-age=60');
      throw new Error('broken');
    });
    extended.register(async (scope) => {
      await scope.register(sessionTokenGuard, { verifier });
      scope.get('/test/customer', { config: { callers: ['customer'] } }, async () => 'ok');
    });
    const params = Type.Object({ id: Type.String({ maxLength: 100 }) });
    extended.get('/test/short-param/:id', { schema: { params } }, async () => 'ok');
    extended.get('/test/param/:id', async () => 'ok');
    extended.get('/test/broken', async () => {
      throw Object.assign(new Error('postgres://user:hunter2@db is down'), {
        statusCode: 404,
        code: 'SECRET_CODE',
      });
    });
  },
});
const json = { 'content-type': 'application/json' };

describe('every error', () => {
  test.each([
    ['an unknown route', { url: '/api/nope' }, 404, 'not_found'],
    ['an unknown route outside the API', { url: '/.env' }, 404, 'not_found'],
    ['a wrong method', { method: 'DELETE', url: '/api/session-token' }, 405, 'method_not_allowed'],
    ['a URL that cannot be decoded', { url: '/api/%zz' }, 400, 'invalid_request'],
    [
      'a body that is not JSON',
      { method: 'POST', url: '/test/echo', headers: json, payload: '{' },
      400,
      'invalid_request',
    ],
    [
      'a body with a number as text',
      { method: 'POST', url: '/test/echo', payload: { points: '1' } },
      400,
      'invalid_request',
    ],
    [
      'a body of another type',
      { method: 'POST', url: '/test/echo', headers: { 'content-type': 'text/xml' }, payload: '<a/>' },
      415,
      'unsupported_media_type',
    ],
    [
      'a body one byte too large',
      { method: 'POST', url: '/test/echo', headers: json, payload: padded(16 * 1024 + 1) },
      413,
      'payload_too_large',
    ],
    ['a failure of the server', { url: '/test/broken' }, 500, 'internal_error'],
  ] as const)('%s: one shape, a stable code, CORS, no-store', async (_name, request, status, code) => {
    const response = await app.inject(request as never);

    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({
      code,
      message: expect.any(String),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      retryable: status === 500,
    });
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('accepts a body of exactly the limit', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/test/echo',
      headers: json,
      payload: padded(16 * 1024),
    });

    expect(response.statusCode).toBe(200);
  });

  test.each([
    ['no token', 'missing_token', 'Bearer', {}],
    [
      'a malformed header',
      'malformed_authorization',
      'Bearer error="invalid_request"',
      { authorization: 'Bearer a b' },
    ],
    [
      'a rejected token',
      'malformed_token',
      'Bearer error="invalid_token", error_description="malformed_token"',
      { authorization: 'Bearer garbage' },
    ],
    [
      'a token of another kind',
      'customer_required',
      'Bearer error="insufficient_scope", error_description="customer_required"',
      { authorization: `Bearer ${mint()}` },
    ],
  ])('challenges %s as RFC 6750 says', async (_name, code, challenge, headers) => {
    const response = await app.inject({ url: '/test/customer', headers });

    expect(response.json().code).toBe(code);
    expect(response.headers['www-authenticate']).toBe(challenge);
  });

  test('is never cached, even on a route whose successes are', async () => {
    expect((await app.inject('/test/cached')).headers['cache-control']).toBe('no-store');
  });

  test('lists the methods of the route in Allow', async () => {
    const response = await app.inject({ method: 'DELETE', url: '/api/session-token?x=1' });

    expect(response.headers.allow).toBe('GET, HEAD');
  });

  test.each([
    ['of 101 digits', '1'.repeat(101)],
    ['of 8 KB', '1'.repeat(8000)],
  ])('leaves the length of an id to the schema: %s', async (_name, id) => {
    const response = await app.inject(`/test/short-param/${id}`);

    expect(response.statusCode).toBe(400);
    expect(response.json().code).toBe('invalid_request');
    expect((await app.inject(`/test/param/${id}`)).statusCode).toBe(200);
  });

  test('ignores a malformed percent sign in the query', async () => {
    expect((await app.inject('/health/live?next=%zz')).statusCode).toBe(200);
  });

  test('logs a request with an undecodable URL', async () => {
    const response = await app.inject('/api/%zz?token=abc');
    const line = logLines().find(({ reqId }) => reqId === response.headers['x-request-id']);

    expect(line).toMatchObject({ msg: 'request', status: 400, code: 'invalid_request', route: 'unknown' });
  });

  test('names the field that violates the schema, without its value', async () => {
    const response = await app.inject({ method: 'POST', url: '/test/echo', payload: { points: 'hunter2' } });

    expect(response.json().message).toBe('body/points must be integer.');
  });

  test('logs the cause of a failure, and ignores the status of errors that are not Fastify’s', async () => {
    const response = await app.inject({ url: '/test/broken' });

    expect(response.body).not.toMatch(/hunter2|SECRET_CODE|at /);
    const line = logLines().findLast((entry) => entry.msg === 'request failed');
    expect(line).toMatchObject({ level: 'error', reqId: response.json().requestId });
    expect(JSON.stringify(line)).toContain('is down');
  });
});

describe('a body with Content-Type: application/json', () => {
  const send = (url: string, payload: string) => app.inject({ method: 'POST', url, headers: json, payload });

  test('may be empty on a route without a body', async () => {
    expect((await send('/test/no-body', '')).json()).toEqual({ ok: true });
  });

  test('is ignored on a route without a body, but must be JSON', async () => {
    expect((await send('/test/no-body', '{"any":"field"}')).json()).toEqual({ ok: true });
    expect((await send('/test/no-body', '{')).json().code).toBe('invalid_request');
  });

  test('must not be empty on a route with a body', async () => {
    const response = await send('/test/echo', '');

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'invalid_request', message: 'body must be object.' });
  });

  test.each(['{"points":1,"__proto__":{}}', '{"points":1,"constructor":{"prototype":{}}}'])(
    'must not reach the prototype: %s',
    async (payload) => {
      expect((await send('/test/echo', payload)).statusCode).toBe(400);
    },
  );
});

describe('waiting or a fresh token helps against', () => {
  test.each(SESSION_TOKEN_ERROR_CODES)('%s, or not', (code) => {
    const helps = ['expired', 'not_yet_valid', 'issued_in_future'].includes(code);

    expect(app.errorTable[code].retryable).toBe(helps);
  });
});

/** A valid JSON body of exactly this many bytes. */
function padded(bytes: number): string {
  const body = '{"points":1}';
  return body + ' '.repeat(bytes - body.length);
}
