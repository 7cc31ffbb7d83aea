import { describe, expect, test } from 'vitest';
import { CLIENT_ID, createVerifier, mint, mintStaff, NOW_MS, NOW_SECONDS, outcomeOf, SHOP } from './setup.ts';

const gid = (id: string) => `gid://shopify/Customer/${id}`;

describe('a genuine token', () => {
  test.each([-10, -9, -1, 0, 1, 9, 10])('is accepted when the clock is %i s off', async (seconds) => {
    const verifier = createVerifier({ now: () => NOW_MS + seconds * 1000 });
    expect(await outcomeOf(verifier, mint({ exp: NOW_SECONDS + 60 }))).toMatchObject({ kind: 'buyer' });
  });

  test('is accepted many times', async () => {
    const verifier = createVerifier();
    const token = mint();
    for (let time = 0; time < 20; time += 1) expect((await verifier.verify(token)).kind).toBe('buyer');
  });
});

describe('the session of a genuine token', () => {
  test('for a customer', async () => {
    expect(await createVerifier().verify(mint({ sub: gid('7'), jti: 'token-1' }))).toEqual({
      kind: 'buyer',
      shop: SHOP,
      tokenId: 'token-1',
      issuedAt: NOW_SECONDS,
      expiresAt: NOW_SECONDS + 300,
      secretVersion: 'current',
      customerId: '7',
      claims: {
        iss: `https://${SHOP}/checkouts`,
        dest: SHOP,
        aud: CLIENT_ID,
        sub: gid('7'),
        exp: NOW_SECONDS + 300,
        nbf: NOW_SECONDS,
        iat: NOW_SECONDS,
        jti: 'token-1',
      },
    });
  });

  test('for a guest has no customerId at all', async () => {
    expect(Object.keys(await createVerifier().verify(mint()))).not.toContain('customerId');
  });

  test('for staff', async () => {
    expect(await createVerifier().verify(mintStaff({ sub: '91', sid: 's-1', jti: 't-1' }))).toEqual({
      kind: 'staff',
      shop: SHOP,
      tokenId: 't-1',
      issuedAt: NOW_SECONDS,
      expiresAt: NOW_SECONDS + 300,
      secretVersion: 'current',
      userId: '91',
      sessionId: 's-1',
      claims: {
        iss: `https://${SHOP}/admin`,
        dest: `https://${SHOP}`,
        aud: CLIENT_ID,
        sub: '91',
        sid: 's-1',
        exp: NOW_SECONDS + 300,
        nbf: NOW_SECONDS,
        iat: NOW_SECONDS,
        jti: 't-1',
      },
    });
  });

  test('is deeply frozen, so that no request can change the session of another', async () => {
    const verified = await createVerifier().verify(mint({ extra: { list: [{ a: 1 }], nothing: null } }));
    const extra = Reflect.get(verified.claims, 'extra');
    for (const part of [verified, verified.claims, extra, extra.list, extra.list[0]]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});
