import { describe, expect, test } from 'vitest';
import { CLIENT_ID, createTestApp, NOW, PREVIOUS_SECRET, SHOP } from './test-app.ts';

const { app, mint, get } = await createTestApp();
/** The time claims of a token that Shopify issued at `iat`, in seconds. */
const issuedAt = (iat: number) => ({ iat, nbf: iat, exp: iat + 300 });
const CUSTOMER = 'gid://shopify/Customer/42';

describe('GET /api/session-token', () => {
  test('returns the verified session of a customer in checkout', async () => {
    const response = await get('/api/session-token', mint({ sub: CUSTOMER, jti: 'token-1' }));

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      kind: 'buyer',
      shop: SHOP,
      customerId: '42',
      tokenId: 'token-1',
      issuedAt: NOW / 1000,
      expiresAt: NOW / 1000 + 300,
      claims: {
        iss: `https://${SHOP}/checkouts`,
        dest: SHOP,
        aud: CLIENT_ID,
        exp: NOW / 1000 + 300,
        nbf: NOW / 1000,
        iat: NOW / 1000,
        jti: 'token-1',
        sub: CUSTOMER,
      },
    });
  });

  test.each([undefined, null, ''])(
    'returns no customerId and no sub for a guest whose sub is %j',
    async (sub) => {
      const response = await get('/api/session-token', mint({ sub }));
      const body = response.json();

      expect(response.statusCode).toBe(200);

      expect(body.kind).toBe('buyer');
      expect(body).not.toHaveProperty('customerId');
      expect(body.claims).not.toHaveProperty('sub');
    },
  );

  test('returns a POS user, with an id above 2^53 unchanged', async () => {
    const token = mint({ sub: '9007199254740993', sid: 'session-1' }, { surface: 'pos' });
    const body = (await get('/api/session-token', token)).json();

    expect(body).toMatchObject({
      kind: 'staff',
      shop: SHOP,
      userId: '9007199254740993',
      sessionId: 'session-1',
    });
  });

  test('returns no sessionId and no sid for a POS user whose token has no sid', async () => {
    const response = await get('/api/session-token', mint({ sid: undefined }, { surface: 'pos' }));
    const body = response.json();

    expect(response.statusCode).toBe(200);
    expect(body).toMatchObject({ kind: 'staff', userId: '91', claims: { sub: '91' } });
    expect(body).not.toHaveProperty('sessionId');
    expect(body.claims).not.toHaveProperty('sid');
  });

  test('returns the same response for a repeated token', async () => {
    const token = mint({ sub: CUSTOMER });
    const first = await get('/api/session-token', token);
    const second = await get('/api/session-token', token);

    expect(second.statusCode).toBe(200);
    expect(second.json()).toEqual(first.json());
  });

  test('accepts a token signed with the previous secret during a rotation', async () => {
    const response = await get('/api/session-token', mint({}, { secret: PREVIOUS_SECRET }));

    expect(response.statusCode).toBe(200);
  });

  test('returns no claim that the response schema does not declare', async () => {
    const body = (await get('/api/session-token', mint({ secret_note: 'x' }))).json();

    expect(body.claims).not.toHaveProperty('secret_note');
  });

  test.each([
    ['no token', undefined, 'missing_token'],
    ['garbage', 'Bearer garbage', 'malformed_token'],
    ['an expired token', `Bearer ${mint(issuedAt(NOW / 1000 - 311))}`, 'expired'],
    ['a token that is not valid yet', `Bearer ${mint(issuedAt(NOW / 1000 + 11))}`, 'not_yet_valid'],
    ['a token issued in the future', `Bearer ${mint({ iat: NOW / 1000 + 11 })}`, 'issued_in_future'],
    ['a token for another app', `Bearer ${mint({ aud: 'other' })}`, 'wrong_audience'],
    ['a token signed with another secret', `Bearer ${mint({}, { secret: 'x'.repeat(38) })}`, 'bad_signature'],
  ])(
    'rejects %s with 401, a specific code, a challenge and CORS headers',
    async (_name, authorization, code) => {
      const response = await app.inject({
        url: '/api/session-token',
        headers: { origin: 'null', ...(authorization && { authorization }) },
      });

      expect(response.statusCode).toBe(401);
      expect(response.json()).toEqual({
        code,
        message: expect.any(String),
        requestId: response.headers['x-request-id'],
        retryable: ['expired', 'not_yet_valid', 'issued_in_future'].includes(code),
      });
      expect(response.headers['www-authenticate']).toBe(
        code === 'missing_token' ? 'Bearer' : `Bearer error="invalid_token", error_description="${code}"`,
      );
      expect(response.headers['access-control-allow-origin']).toBe('*');
      expect(response.headers['cache-control']).toBe('no-store');
    },
  );
});
