import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTokenIssuer, encodeSegment, signSegments, signToken, tamperToken } from '../src/index.ts';

const SECRET = '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';
const NOW_SECONDS = 1_768_478_400;
const mint = createTokenIssuer({
  clientId: 'client-id',
  secret: SECRET,
  now: () => NOW_SECONDS * 1000 + 999,
});

function decode(token: string): [header: unknown, payload: Record<string, unknown>] {
  const [header = '', payload = ''] = token.split('.');
  const parse = (segment: string) => JSON.parse(Buffer.from(segment, 'base64url').toString());
  return [parse(header), parse(payload)];
}

function isSignedBy(token: string, secret: string): boolean {
  const end = token.lastIndexOf('.');
  const expected = createHmac('sha256', secret).update(token.slice(0, end)).digest('base64url');
  return token.slice(end + 1) === expected;
}

describe('a token minted without arguments', () => {
  test('belongs to a guest in checkout and is signed with our secret', () => {
    const token = mint();
    expect(decode(token)).toEqual([
      { alg: 'HS256', typ: 'JWT' },
      {
        iss: 'https://sandbox.myshopify.com/checkouts',
        dest: 'sandbox.myshopify.com',
        aud: 'client-id',
        exp: NOW_SECONDS + 300,
        nbf: NOW_SECONDS,
        iat: NOW_SECONDS,
        jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
    expect(isSignedBy(token, SECRET)).toBe(true);
  });

  test('has a unique id', () => {
    expect(decode(mint())[1].jti).not.toBe(decode(mint())[1].jti);
  });
});

describe('a token minted with arguments', () => {
  test('differs in the given claims only', () => {
    const { aud, ...others } = decode(mint({ aud: 'other', jti: 'x' }))[1];
    expect(aud).toBe('other');
    expect(others).toEqual({ ...decode(mint({ jti: 'x' }))[1], aud: undefined });
  });

  test('omits the claims that are undefined', () => {
    expect(Object.keys(decode(mint({ exp: undefined }))[1])).not.toContain('exp');
  });

  test('can be a POS token', () => {
    expect(decode(mint({}, { surface: 'pos' }))[1]).toMatchObject({
      iss: 'https://sandbox.myshopify.com/admin',
      dest: 'https://sandbox.myshopify.com',
      sub: expect.stringMatching(/^\d+$/),
      sid: expect.any(String),
    });
  });

  test('has no iss for a customer account, because Shopify documents none', () => {
    expect(Object.keys(decode(mint({}, { surface: 'customer-account' }))[1])).not.toContain('iss');
  });

  test('can have another secret and another header', () => {
    const token = mint({}, { secret: 'other', header: { alg: 'none' } });
    expect(decode(token)[0]).toEqual({ alg: 'none' });
    expect(isSignedBy(token, 'other')).toBe(true);
  });
});

describe('a hostile token', () => {
  test('can have any bytes in its segments and a valid signature', () => {
    const token = signToken('not JSON', Buffer.from([0xff]), SECRET);
    expect(token.split('.').slice(0, 2)).toEqual([encodeSegment('not JSON'), '_w']);
    expect(isSignedBy(token, SECRET)).toBe(true);
  });

  test('can have segments that are not base64url and a valid signature', () => {
    const token = signSegments('a b', '=', SECRET);
    expect(token.startsWith('a b.=.')).toBe(true);
    expect(isSignedBy(token, SECRET)).toBe(true);
  });

  test('can have other claims and the old signature', () => {
    const genuine = mint();
    const tampered = tamperToken(genuine, { sub: 'gid://shopify/Customer/1' });
    expect(decode(tampered)[1]).toEqual({ ...decode(genuine)[1], sub: 'gid://shopify/Customer/1' });
    expect(tampered.split('.')[2]).toBe(genuine.split('.')[2]);
    expect(isSignedBy(tampered, SECRET)).toBe(false);
  });
});
