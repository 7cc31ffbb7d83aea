import { describe, expect, test } from 'vitest';
import { explainToken, findSurprises, formatSpecimen } from '../../src/explain/index.ts';
import { createVerifier, decodePayload, mint, mintStaff, NOW_MS, NOW_SECONDS } from '../setup.ts';

const GID = 'gid://shopify/Customer/7000000000001';

/** Claims as documented; the given ones replace or add to them, and `undefined` leaves one out. */
const checkout = (claims: Record<string, unknown> = {}) => decodePayload(mint({ iss: undefined, ...claims }));
const admin = (claims: Record<string, unknown> = {}) =>
  decodePayload(mintStaff({ exp: NOW_SECONDS + 60, ...claims }));

const specimenOf = async (token: unknown) =>
  formatSpecimen((await explainToken(token, { now: () => NOW_MS })).specimen);

describe('a specimen', () => {
  test('has the shapes and lengths of everything in the token', async () => {
    const claims = { iss: undefined, sub: GID, sid: 'x y', locale: 'nb', b2b: { id: 1 }, jti: 'The-Jti' };
    const token = mint(claims, { header: { alg: 'HS256', typ: 'JWT', kid: '2026-01' } });
    expect(await specimenOf(token)).toBe(`length    ${token.length} = ${token
      .split('.')
      .map(({ length }) => length)
      .join(' + ')} + 2 dots
header    alg HS256
header    typ JWT
header    kid text (7)
holder    customer
claim     dest shop (21)
claim     aud hex (32)
claim     exp seconds
claim     nbf seconds
claim     iat seconds
claim     jti text (7)
claim     sub customer-gid (36)
claim     sid text (3)
claim     locale text (2)
claim     a name of 3 characters object (1)
lifetime  300 s from iat to exp
nbf       0 s after iat
not seen before: jti text, sid text, unknown text, unknown object
`);
  });

  test('contains no value and no name that could be one', async () => {
    const canary = 'canary';
    const token = mint(
      {
        sub: `gid://shopify/Customer/424242`,
        jti: canary,
        dest: `${canary}.myshopify.com`,
        iss: `https://${canary}.myshopify.com/${canary}`,
        [`${canary}@example.com`]: canary,
        'customer/424242': 1,
        note: [canary],
        more: { [canary]: canary },
        exp: 424242,
      },
      { header: { alg: `HS256-${canary}`, typ: canary, [`${canary}-1`]: canary } },
    );
    const { specimen } = await explainToken(token);
    expect(`${formatSpecimen(specimen)} ${JSON.stringify(specimen)}`).not.toMatch(
      /canary|424242|example|0b5ec9a3/,
    );
  });

  test('of a text that is not a token has only its length', async () => {
    expect(await specimenOf('Bearer undefined')).toBe('length    16, not a JWT\n');
    expect(await specimenOf(undefined)).toBe('length    0, not a JWT\n');
  });

  test.each([
    [{ exp: NOW_SECONDS + 300, iat: NOW_SECONDS, nbf: NOW_SECONDS - 5 }, ['300 s from', '-5 s after']],
    [{ exp: 7, iat: 3 }, []],
  ])('has the differences of plausible times only: %j', async (claims, texts) => {
    const text = await specimenOf(mint(claims));
    for (const part of texts) expect(text).toContain(part);
    expect(text.includes('s from iat')).toBe(texts.length > 0);
  });
});

describe('forms that no public source shows', () => {
  const surprises = (claims: Record<string, unknown>) =>
    findSurprises(claims).map(({ claim, shape }) => `${claim} ${shape}`);

  test.each([
    ['checkout, guest', checkout()],
    ['checkout, customer', checkout({ sub: GID })],
    ['checkout, dest with https://', checkout({ dest: 'https://sandbox.myshopify.com' })],
    ['checkout with iss', checkout({ iss: 'https://sandbox.myshopify.com/checkouts' })],
    ['admin', admin()],
    ['admin with sig', admin({ sig: 'a1'.repeat(32) })],
    ['admin with the sid of the documentation', admin({ sid: 'a1'.repeat(32) })],
  ])('are not in a token of %s', (_, claims) => {
    expect(surprises(claims)).toEqual([]);
  });

  test.each([
    ['a customer with sid', checkout({ sub: GID, sid: 'x' }), ['sid text']],
    [
      'a customer of the admin',
      admin({ sub: GID, exp: NOW_SECONDS + 300 }),
      ['iss shop-admin-url', 'sid uuid'],
    ],
    ['another issuer', checkout({ iss: 'https://sandbox.myshopify.com/account' }), ['iss other-shop-url']],
    ['an issuer elsewhere', checkout({ iss: 'https://shopify.com/authentication/1' }), ['iss other-url']],
    ['another gid', checkout({ sub: 'gid://shopify/CompanyContact/7' }), ['sub other-gid']],
    ['a guest with a null subject', checkout({ sub: null }), ['sub null']],
    ['a guest with an empty subject', checkout({ sub: '' }), ['sub empty']],
    ['staff without sid', admin({ sid: undefined }), ['sid absent']],
    ['staff with a bare dest', admin({ dest: 'sandbox.myshopify.com' }), ['dest shop']],
    ['staff for an hour', admin({ exp: NOW_SECONDS + 3600 }), ['exp other-lifetime']],
    ['an nbf before iat', checkout({ nbf: NOW_SECONDS - 1 }), ['nbf not-iat']],
    [
      'unknown claims',
      checkout({ a: 1, b: 2, c: true, d: [] }),
      ['unknown number', 'unknown boolean', 'unknown list'],
    ],
    ['times in milliseconds', checkout({ iat: NOW_MS }), ['iat number', 'exp other-lifetime', 'nbf not-iat']],
  ])('are found: %s', (_, claims, expected) => {
    expect(surprises(claims)).toEqual(expected);
  });

  test('are found in a verified session', async () => {
    expect(findSurprises((await createVerifier().verify(mintStaff())).claims)).toEqual([
      { claim: 'exp', shape: 'other-lifetime' },
    ]);
  });

  test('take a name of the object prototype for an unknown claim', () => {
    expect(surprises(checkout({ constructor: 'x', toString: 'y' }))).toEqual(['unknown text']);
  });
});
