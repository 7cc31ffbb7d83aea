import { SessionTokenError } from '@session-token/token-verify';
import type { FastifyRequest } from 'fastify';
import { describe, expect, test, vi } from 'vitest';
import { ApiError } from '../src/http/errors/api-error.ts';
import type { Caller } from '../src/session-token/callers.ts';
import { sessionOf, sessionTokenGuard } from '../src/session-token/guard.ts';
import { createTestApp, NOW } from './test-app.ts';

interface GuardedRoute {
  callers?: readonly Caller[];
  onRejected?: (request: FastifyRequest) => void;
  handler?: (request: FastifyRequest) => unknown;
}

/** Creates an app with one guarded route, which by default returns the kind of the session. */
const guarded = ({ callers, onRejected, handler = (request) => request.session?.kind }: GuardedRoute) =>
  createTestApp({
    extend: (app) => {
      app.get('/unguarded', async (request) => sessionOf(request, 'buyer').kind);
      app.register(async (scope) => {
        await scope.register(sessionTokenGuard, { verifier: anyToken, ...(onRejected && { onRejected }) });
        const config = { errorCodes: ['customer_required'], ...(callers && { callers }) } as const;
        scope.get('/route', { config }, async (request) => handler(request));
      });
    },
  });

/** Replaces the verifier: the token is the session in base64url, or the code of the error. */
const anyToken = {
  verify: async (token: string) => {
    if (token === 'expired') throw new SessionTokenError('expired', 'exp');
    if (token === 'broken') throw new Error('broken');
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  },
};
const common = { shop: 'a.myshopify.com', tokenId: 't', issuedAt: NOW / 1000, expiresAt: NOW / 1000 + 300 };
const asToken = (session: object) =>
  Buffer.from(JSON.stringify({ ...common, ...session })).toString('base64url');
const GUEST = asToken({ kind: 'buyer' });
const CUSTOMER = asToken({ kind: 'buyer', customerId: '42' });
const STAFF = asToken({ kind: 'staff', userId: '91', sessionId: 's' });

describe('a route that serves', () => {
  test.each([
    [['buyer'], GUEST, 200, undefined],
    [['buyer'], CUSTOMER, 200, undefined],
    [['buyer'], STAFF, 403, 'buyer_required'],
    [['customer'], CUSTOMER, 200, undefined],
    [['customer'], GUEST, 403, 'customer_required'],
    [['customer'], STAFF, 403, 'customer_required'],
    [['staff'], STAFF, 200, undefined],
    [['staff'], GUEST, 403, 'staff_required'],
    [['staff'], CUSTOMER, 403, 'staff_required'],
    [['buyer', 'staff'], STAFF, 200, undefined],
    [['staff', 'customer'], GUEST, 403, 'customer_required'],
    [['buyer', 'customer'], STAFF, 403, 'buyer_required'],
  ] as const)('%j answers %s with %i %s', async (callers, token, status, code) => {
    const { get } = await guarded({ callers });
    const response = await get('/route', token);

    expect(response.statusCode).toBe(status);
    expect(response.headers['access-control-allow-origin']).toBe('*');
    if (code) {
      expect(response.json().code).toBe(code);
      expect(response.headers['www-authenticate']).toContain(`error="insufficient_scope"`);
    }
  });

  test.each([undefined, []])('%j callers stops the start-up', async (callers) => {
    await expect(guarded({ callers } as never)).rejects.toThrow(/must declare its callers/);
  });
});

describe('sessionOf', () => {
  test('rejects a caller that the route serves but the handler does not', async () => {
    const { get } = await guarded({
      callers: ['buyer', 'staff'],
      handler: (request) => sessionOf(request, 'customer').customerId,
    });

    expect((await get('/route', CUSTOMER)).body).toBe('42');
    for (const token of [GUEST, STAFF]) {
      const response = await get('/route', token);
      expect([response.statusCode, response.json().code]).toEqual([403, 'customer_required']);
    }
  });

  test('fails on a route outside the guarded scope', async () => {
    const { get, logLines } = await guarded({ callers: ['buyer'] });

    expect((await get('/unguarded', GUEST)).statusCode).toBe(500);
    expect(JSON.stringify(logLines())).toContain('/unguarded is outside the guarded scope');
  });
});

describe('onRejected', () => {
  const calls = vi.fn<(request: FastifyRequest) => void>();

  test.each([
    ['a rejected token', 'Bearer expired', 401, 'expired', 1],
    ['no token', undefined, 401, 'missing_token', 1],
    ['a malformed header', 'Bearer a b', 400, 'malformed_authorization', 0],
    ['an error of the verifier', 'Bearer broken', 500, 'internal_error', 0],
    ['a caller that the route does not serve', `Bearer ${GUEST}`, 403, 'staff_required', 0],
    ['an accepted token', `Bearer ${STAFF}`, 200, undefined, 0],
  ])('after %s', async (_request, authorization, status, code, times) => {
    calls.mockClear();
    const { app } = await guarded({ callers: ['staff'], onRejected: calls });
    const response = await app.inject({ url: '/route', headers: authorization ? { authorization } : {} });

    expect(response.statusCode).toBe(status);
    if (code) expect(response.json().code).toBe(code);
    expect(calls).toHaveBeenCalledTimes(times);
  });

  test('may throw the error to respond with', async () => {
    const { get } = await guarded({
      callers: ['staff'],
      onRejected: () => {
        throw new ApiError('rate_limited');
      },
    });

    expect((await get('/route', 'expired')).json().code).toBe('rate_limited');
  });
});
