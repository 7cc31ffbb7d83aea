import { describe, expect, test } from 'vitest';
import { CLIENT_ID, createTestApp, NOW, PREVIOUS_SECRET, SHOP } from './test-app.ts';

const { app, mint, get } = await createTestApp();
/** The times of a token that Shopify issued then, in seconds. */
const issuedAt = (iat: number) => ({ iat, nbf: iat, exp: iat + 300 });
const CUSTOMER = 'gid://shopify/Customer/42';

describe('GET /api/session-token', () => {
  test('tells a customer in checkout who the verified token says they are', async () => {
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

  test('tells an anonymous buyer apart: no customerId, no sub', async () => {
    const body = (await get('/api/session-token', mint())).json();

    expect(body.kind).toBe('buyer');
    expect(body).not.toHaveProperty('customerId');
    expect(body.claims).not.toHaveProperty('sub');
  });

  test('tells a POS user apart, and keeps an id above 2^53 whole', async () => {
    const token = mint({ sub: '9007199254740993', sid: 'session-1' }, { surface: 'pos' });
    const body = (await get('/api/session-token', token)).json();

    expect(body).toMatchObject({
      kind: 'staff',
      shop: SHOP,
      userId: '9007199254740993',
      sessionId: 'session-1',
    });
  });

  test('answers the same for a token shown again, which is what extensions do', async () => {
    const token = mint({ sub: CUSTOMER });
    const first = await get('/api/session-token', token);
    const second = await get('/api/session-token', token);

    expect(second.statusCode).toBe(200);
    expect(second.json()).toEqual(first.json());
  });

  test('takes a token that the previous secret signed while a rotation is open', async () => {
    const response = await get('/api/session-token', mint({}, { secret: PREVIOUS_SECRET }));

    expect(response.statusCode).toBe(200);
  });

  test('lets no claim leave that the contract does not name', async () => {
    const body = (await get('/api/session-token', mint({ secret_note: 'x' }))).json();

    expect(body.claims).not.toHaveProperty('secret_note');
  });

  test.each([
    ['no token', undefined, 'missing_token'],
    ['garbage', 'Bearer garbage', 'malformed_token'],
    ['an expired token', `Bearer ${mint(issuedAt(NOW / 1000 - 311))}`, 'expired'],
    ['a token for another app', `Bearer ${mint({ aud: 'other' })}`, 'wrong_audience'],
    ['a token by another secret', `Bearer ${mint({}, { secret: 'x'.repeat(38) })}`, 'bad_signature'],
  ])('refuses %s with 401, its own code, a challenge and CORS', async (_name, authorization, code) => {
    const response = await app.inject({
      url: '/api/session-token',
      headers: { origin: 'null', ...(authorization && { authorization }) },
    });

    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({
      code,
      message: expect.any(String),
      requestId: response.headers['x-request-id'],
      retryable: code === 'expired',
    });
    expect(response.headers['www-authenticate']).toBe(
      code === 'missing_token' ? 'Bearer' : `Bearer error="invalid_token", error_description="${code}"`,
    );
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers['cache-control']).toBe('no-store');
  });
});
