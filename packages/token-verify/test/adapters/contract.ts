import { describe, expect, test, vi } from 'vitest';
import { CORS_HEADERS, PREFLIGHT_HEADERS } from '../../src/http/cors.ts';
import type { GuardOptions } from '../../src/http/guard-options.ts';
import type { VerifiedToken } from '../../src/index.ts';
import { createVerifier, FOREIGN_SECRET, mint, mintStaff, NOW_SECONDS } from '../setup.ts';

/** A server with one guarded route, `/route`, that returns `route(session)` as JSON. */
export type StartServer = (
  options: GuardOptions<unknown>,
  route: (session: VerifiedToken) => object,
) => Promise<(init: { method?: string; headers?: Record<string, string> }) => Promise<Response>>;

const corsOf = (response: Response) =>
  Object.fromEntries(Object.keys(CORS_HEADERS).map((name) => [name, response.headers.get(name)]));
const NO_CORS = Object.fromEntries(Object.keys(CORS_HEADERS).map((name) => [name, null]));
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

/** Tests what every adapter must do. */
export function testAdapter(name: string, startServer: StartServer): void {
  const route = vi.fn((session: VerifiedToken) => ({ kind: session.kind, shop: session.shop }));
  const start = (options: Partial<GuardOptions<unknown>> = {}) =>
    startServer({ verifier: createVerifier(), ...options }, route);

  describe(`the guard of ${name}`, () => {
    test.each([
      ['a guest', mint(), 'buyer'],
      ['a customer', mint({ sub: 'gid://shopify/Customer/7' }), 'buyer'],
      ['staff', mintStaff(), 'staff'],
    ])('gives the route the session of %s, and its response the CORS headers', async (_who, token, kind) => {
      const send = await start();
      const response = await send(bearer(token));
      expect([response.status, await response.json()]).toEqual([
        200,
        { kind, shop: 'sandbox.myshopify.com' },
      ]);
      expect(corsOf(response)).toEqual(CORS_HEADERS);
    });

    const invalid = (code: string) => `Bearer error="invalid_token", error_description="${code}"`;
    test.each<[string, string | undefined, number, object, string]>([
      [
        'no token',
        undefined,
        401,
        { code: 'missing_token', message: 'No session token was sent.' },
        'Bearer',
      ],
      [
        'another scheme',
        'Basic eDp5',
        401,
        { code: 'missing_token', message: 'No session token was sent.' },
        'Bearer',
      ],
      [
        'two tokens',
        `Bearer ${mint()}, Bearer ${mint()}`,
        400,
        {
          code: 'malformed_authorization',
          message: 'Send exactly one header `Authorization: Bearer <session token>`.',
        },
        'Bearer error="invalid_request"',
      ],
      [
        'a forged token',
        `Bearer ${mint({}, { secret: FOREIGN_SECRET })}`,
        401,
        { code: 'bad_signature', message: 'The token was not signed with a client secret of this app.' },
        invalid('bad_signature'),
      ],
      [
        'a token of another app',
        `Bearer ${mint({ aud: 'other' })}`,
        401,
        { code: 'wrong_audience', message: 'The token was issued for another app. (aud)' },
        invalid('wrong_audience'),
      ],
      [
        'an expired token',
        `Bearer ${mint({ iat: NOW_SECONDS - 400, nbf: NOW_SECONDS - 400, exp: NOW_SECONDS - 100 })}`,
        401,
        { code: 'expired', message: 'The token has expired; get a new one. (exp)', retryable: true },
        invalid('expired'),
      ],
    ])('answers %s without the route', async (_what, authorization, status, body, challenge) => {
      route.mockClear();
      const onRejected = vi.fn();
      const send = await start({ onRejected });
      const response = await send(authorization === undefined ? {} : { headers: { authorization } });
      expect(response.status).toBe(status);
      const requestId = response.headers.get('x-request-id');
      const answer = { retryable: false, ...body, requestId };
      expect(requestId).toMatch(/^[\w-]+$/);
      expect(await response.json()).toEqual(answer);
      expect(response.headers.get('www-authenticate')).toBe(challenge);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(corsOf(response)).toEqual(CORS_HEADERS);
      expect(onRejected.mock.calls).toEqual([
        [expect.objectContaining({ status, body: answer }), expect.anything()],
      ]);
      expect(route).not.toHaveBeenCalled();
    });

    test('answers a preflight, which has no token, without the route', async () => {
      route.mockClear();
      const onRejected = vi.fn();
      const send = await start({ onRejected });
      const headers = { origin: 'null', 'access-control-request-method': 'GET' };
      const response = await send({ method: 'OPTIONS', headers });
      expect([response.status, await response.text()]).toEqual([204, '']);
      expect(Object.fromEntries(response.headers)).toMatchObject({ ...CORS_HEADERS, ...PREFLIGHT_HEADERS });
      expect(onRejected).not.toHaveBeenCalled();
      expect(route).not.toHaveBeenCalled();
    });

    test('leaves CORS to others with the option `cors: false`', async () => {
      const send = await start({ cors: false });
      const accepted = await send(bearer(mint()));
      expect([accepted.status, corsOf(accepted)]).toEqual([200, NO_CORS]);
      const rejected = await send({});
      expect([rejected.status, corsOf(rejected)]).toEqual([401, NO_CORS]);
      expect((await send({ method: 'OPTIONS' })).status).not.toBe(204);
    });

    test.each<[string, Partial<GuardOptions<unknown>>]>([
      [
        'the verifier',
        {
          verifier: {
            verify: async () => {
              throw new Error('broken');
            },
          },
        },
      ],
      [
        'onRejected',
        {
          onRejected: () => {
            throw new Error('broken');
          },
        },
      ],
      [
        'an async onRejected, which it waits for',
        {
          onRejected: async () => {
            throw new Error('broken');
          },
        },
      ],
    ])('leaves an unexpected error of %s to the framework, without the route', async (_where, options) => {
      route.mockClear();
      const send = await start(options);
      expect((await send(bearer('x'))).status).toBe(500);
      expect(route).not.toHaveBeenCalled();
    });
  });
}
