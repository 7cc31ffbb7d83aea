import { createTokenIssuer } from '@session-token/issuer';
import { describe, expect, test } from 'vitest';
import { TOKEN_FAULTS } from '../src/contract/token-faults.ts';
import { mintSessionToken, parseSessionTokenRequest } from '../src/node/session-token-endpoint.ts';
import { decodeUnverified } from '../src/page/model/unverified-token.ts';

const NOW_MS = Date.parse('2026-03-01T12:00:00Z');
const NOW = NOW_MS / 1000;
const target = 'purchase.checkout.block.render';
const mint = createTokenIssuer({ clientId: 'client', secret: 's'.repeat(32), now: () => NOW_MS });
const decode = (request: Parameters<typeof mintSessionToken>[1]) =>
  decodeUnverified(mintSessionToken(mint, request, NOW_MS))!;

describe('the token', () => {
  test('names a customer by gid, and has no sub at all for a guest', () => {
    expect(decode({ target, customer: '42' }).claims.sub).toBe('gid://shopify/Customer/42');
    expect(decode({ target }).claims).not.toHaveProperty('sub');
  });

  test('has the claims of its surface', () => {
    expect(decode({ target }).claims.dest).toBe('sandbox.myshopify.com');
    expect(decode({ target: 'pos.home.tile.render' }).claims).toMatchObject({
      dest: 'https://sandbox.myshopify.com',
      sub: '91',
    });
  });

  test.each([
    ['expired', { iat: NOW - 600, nbf: NOW - 600, exp: NOW - 300 }],
    ['expiring', { iat: NOW, nbf: NOW, exp: NOW + 5 }],
    ['not-yet-valid', { nbf: NOW + 120 }],
    ['audience', { aud: 'another-app' }],
    ['tampered', { sub: 'gid://shopify/Customer/1' }],
  ])('with the fault %s has the claims for it', (fault, claims) => {
    expect(decode({ target, customer: '42', fault }).claims).toMatchObject(claims);
  });

  test('with the fault alg-none has an empty signature', () => {
    const { header, segments } = decode({ target, fault: 'alg-none' });
    expect(header.alg).toBe('none');
    expect(segments[2]).toBe('');
  });
});

describe('a request for a token', () => {
  test.each(TOKEN_FAULTS.filter((fault) => fault !== 'unavailable'))('may ask for the fault %s', (fault) => {
    expect(parseSessionTokenRequest({ target, fault })).toEqual({ target, fault });
  });

  test.each([
    {},
    { target: 1 },
    { target, customer: 42 },
    { target, customer: '42; drop' },
    { target, fault: 'unavailable' },
    { target, fault: 'toString' },
  ])('is none: %j', (body) => {
    expect(parseSessionTokenRequest(body)).toBeUndefined();
  });
});
