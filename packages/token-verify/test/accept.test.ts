import { describe, expect, test } from 'vitest';
import {
  CLIENT_ID,
  createVerifier,
  decodePayload,
  mint,
  mintStaff,
  mintWithJson,
  NOW_MS,
  NOW_SECONDS,
  outcomeOf,
  SHOP,
} from './setup.ts';

const gid = (id: string) => `gid://shopify/Customer/${id}`;

/** A token that must be accepted: a rejection would turn a real customer away. */
interface HonestCase {
  honest: string;
  token: string;
  says: Record<string, unknown>;
}

const accepted = (honest: string, token: string, says: Record<string, unknown> = {}): HonestCase => ({
  honest,
  token,
  says: { shop: SHOP, secretVersion: 'current', ...says },
});

const buyers: HonestCase[] = [
  accepted('a guest', mint()),
  accepted('a customer', mint({ sub: gid('7000000000001') }), { customerId: '7000000000001' }),
  accepted('customer 1', mint({ sub: gid('1') }), { customerId: '1' }),
  accepted('a customer id above 2^53', mint({ sub: gid('9007199254740993') }), {
    customerId: '9007199254740993',
  }),
  accepted('the largest 64-bit customer id', mint({ sub: gid('18446744073709551615') }), {
    customerId: '18446744073709551615',
  }),
  accepted('a customer-account token', mint({ sub: gid('7') }, { surface: 'customer-account' }), {
    customerId: '7',
  }),
  accepted('dest bare', mint({ dest: SHOP })),
  accepted('dest with https', mint({ dest: `https://${SHOP}` })),
  accepted('a shop of one character', mint({ dest: 'a.myshopify.com', iss: undefined }), {
    shop: 'a.myshopify.com',
  }),
  accepted('a shop of digits', mint({ dest: '42.myshopify.com', iss: undefined }), {
    shop: '42.myshopify.com',
  }),
  accepted('a shop with hyphens, one at the end', mint({ dest: 'a--b-.myshopify.com', iss: undefined }), {
    shop: 'a--b-.myshopify.com',
  }),
  accepted('no iss', mint({ iss: undefined })),
  accepted("the checkout's iss", mint({ iss: `https://${SHOP}/checkouts` })),
  accepted('an iss without a path', mint({ iss: `https://${SHOP}` })),
  accepted('an iss with another path of the shop', mint({ iss: `https://${SHOP}/account` })),
  accepted('an iss with a longer path', mint({ iss: `https://${SHOP}/customer_authentication/v1-2` })),
  accepted('a header without typ', mint({}, { header: { alg: 'HS256' } })),
  accepted('typ in small letters', mint({}, { header: { alg: 'HS256', typ: 'jwt' } })),
  accepted('typ as a full media type', mint({}, { header: { alg: 'HS256', typ: 'application/jwt' } })),
  accepted('a kid', mint({}, { header: { alg: 'HS256', typ: 'JWT', kid: '2026-01' } })),
  accepted(
    'unknown header fields',
    mint({}, { header: { alg: 'HS256', ver: 2, cty: 'x', nested: { a: [1] } } }),
  ),
  accepted(
    'a header with white space in its JSON',
    mint({}, { header: '{ "typ" : "JWT",\r\n"alg" : "HS256" }' }),
  ),
  accepted('unknown claims', mint({ locale: 'nb-NO', flags: { beta: [true] } })),
  accepted('an unknown claim in any script', mint({ note: 'blåbær 🫐' })),
  accepted('a time written with an exponent', mintWithJson('exp', '17684787e2')),
  accepted('a lifetime of 60 s', mint({ exp: NOW_SECONDS + 60 })),
  accepted('a lifetime of 300 s', mint({ exp: NOW_SECONDS + 300 })),
  accepted('an nbf just before iat', mint({ nbf: NOW_SECONDS - 3 })),
  accepted('an nbf just after iat', mint({ nbf: NOW_SECONDS + 3 })),
  accepted('a customer whose token has a sid', mint({ sub: gid('7'), sid: 'x' }), {
    kind: 'buyer',
    customerId: '7',
  }),
  accepted('a jti that is not a UUID', mint({ jti: 'ab/cd+ef==' }), { tokenId: 'ab/cd+ef==' }),
];

const staff: HonestCase[] = [
  accepted('POS', mintStaff(), { userId: '91' }),
  accepted('a user id above 2^53', mintStaff({ sub: '9007199254740993' }), { userId: '9007199254740993' }),
  accepted('the largest 64-bit user id', mintStaff({ sub: '18446744073709551615' }), {
    userId: '18446744073709551615',
  }),
  accepted('no iss', mintStaff({ iss: undefined })),
  accepted('a bare dest', mintStaff({ dest: SHOP })),
  accepted('a lifetime of 60 s', mintStaff({ exp: NOW_SECONDS + 60 })),
  accepted('a sid of 64 hexadecimal digits', mintStaff({ sid: 'a1'.repeat(32) }), {
    sessionId: 'a1'.repeat(32),
  }),
  accepted('unknown claims', mintStaff({ scope: 'pos' })),
];

describe('a genuine token', () => {
  test.each(buyers)('of a buyer is accepted: $honest', async ({ token, says }) => {
    expect(await outcomeOf(createVerifier(), token)).toMatchObject({ kind: 'buyer', ...says });
  });

  test.each(staff)('of staff is accepted: $honest', async ({ token, says }) => {
    expect(await outcomeOf(createVerifier(), token)).toMatchObject({ kind: 'staff', ...says });
  });

  test.each([...buyers, ...staff])('keeps every claim unchanged: $honest', async ({ token }) => {
    const verified = await createVerifier().verify(token);
    expect(verified.claims).toEqual(decodePayload(token));
  });

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
