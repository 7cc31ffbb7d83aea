import { describe, expect, test } from 'vitest';
import type { Caller } from '../src/session-token/callers.ts';
import { sessionTokenGuard } from '../src/session-token/guard.ts';
import { createTestApp, NOW } from './test-app.ts';

const guarded = (callers: readonly Caller[] | undefined) =>
  createTestApp({
    extend: (app) => {
      app.register(async (scope) => {
        await scope.register(sessionTokenGuard, { verifier: anyToken });
        scope.get('/route', { config: callers ? { callers } : {} }, async (request) => request.session?.kind);
      });
    },
  });

/** Stands in for the verifier: the token is the session. What is verified how is not what these tests ask. */
const anyToken = {
  verify: async (token: string) => JSON.parse(Buffer.from(token, 'base64url').toString()),
};
const common = { shop: 'a.myshopify.com', tokenId: 't', issuedAt: NOW / 1000, expiresAt: NOW / 1000 + 300 };
const asToken = (session: object) =>
  Buffer.from(JSON.stringify({ ...common, ...session })).toString('base64url');
const ANONYMOUS = asToken({ kind: 'buyer' });
const CUSTOMER = asToken({ kind: 'buyer', customerId: '42' });
const STAFF = asToken({ kind: 'staff', userId: '91', sessionId: 's' });

describe('a route that serves', () => {
  test.each([
    [['buyer'], ANONYMOUS, 200, undefined],
    [['buyer'], CUSTOMER, 200, undefined],
    [['buyer'], STAFF, 403, 'buyer_required'],
    [['customer'], CUSTOMER, 200, undefined],
    [['customer'], ANONYMOUS, 403, 'customer_required'],
    [['customer'], STAFF, 403, 'customer_required'],
    [['staff'], STAFF, 200, undefined],
    [['staff'], ANONYMOUS, 403, 'staff_required'],
    [['staff'], CUSTOMER, 403, 'staff_required'],
    [['buyer', 'staff'], STAFF, 200, undefined],
    [['staff', 'customer'], ANONYMOUS, 403, 'customer_required'],
  ] as const)('%j answers %s with %i %s', async (callers, token, status, code) => {
    const { get } = await guarded(callers);
    const response = await get('/route', token);

    expect(response.statusCode).toBe(status);
    expect(response.headers['access-control-allow-origin']).toBe('*');
    if (code) {
      expect(response.json().code).toBe(code);
      expect(response.headers['www-authenticate']).toContain(`error="insufficient_scope"`);
    }
  });

  test.each([undefined, []])('nobody (%j) stops the start-up', async (callers) => {
    await expect(guarded(callers as never)).rejects.toThrow(/does not say which callers it serves/);
  });
});
