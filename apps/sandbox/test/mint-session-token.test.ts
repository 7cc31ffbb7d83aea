import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { createTokenIssuer, type Mint } from '@session-token/token-issuer';
import { describe, expect, test } from 'vitest';
import { surfaceOf } from '../src/contract/surfaces.ts';
import { hasFault, isWithheld, TOKEN_FAULT_TEXTS, TOKEN_FAULTS } from '../src/contract/token-faults.ts';
import { mintSessionToken } from '../src/node/app/mint-session-token.ts';
import { parseSessionTokenRequest } from '../src/node/page-server/session-token-request.ts';
import { decodeUnverified } from '../src/page/model/unverified-token.ts';

const NOW_MS = Date.parse('2026-03-01T12:00:00Z');
const NOW = NOW_MS / 1000;
const target = 'purchase.checkout.block.render';
const posTarget = 'pos.home.tile.render';
const mint: Mint = createTokenIssuer({ clientId: 'client', secret: 's'.repeat(32), now: () => NOW_MS });
const settings = { mint, previousSecret: 'p'.repeat(32) };
const decode = (request: Parameters<typeof mintSessionToken>[1]) =>
  decodeUnverified(mintSessionToken(settings, request, NOW_MS))!;

describe('the token', () => {
  test('names a customer by gid, and has no sub at all for a guest', () => {
    expect(decode({ target, customer: '42' }).claims.sub).toBe('gid://shopify/Customer/42');
    expect(decode({ target }).claims).not.toHaveProperty('sub');
  });

  test('has the claims of its surface', () => {
    expect(decode({ target }).claims.dest).toBe('sandbox.myshopify.com');
    expect(decode({ target: posTarget }).claims).toMatchObject({
      dest: 'https://sandbox.myshopify.com',
      sub: '91',
    });
  });

  test('is for the logged-in account in POS, whichever customer is in the cart', () => {
    expect(decode({ target: posTarget, customer: '42', user: '7' }).claims.sub).toBe('7');
  });

  test('is issued by a clock that is ahead or behind', () => {
    expect(decode({ target, skewSeconds: 30 }).claims).toMatchObject({ nbf: NOW + 30, exp: NOW + 330 });
    expect(decode({ target, skewSeconds: -30, fault: 'expiring' }).claims).toMatchObject({ exp: NOW - 25 });
  });

  test.each([
    ['expired', { iat: NOW - 600, nbf: NOW - 600, exp: NOW - 300 }],
    ['expiring', { iat: NOW, nbf: NOW, exp: NOW + 5 }],
    ['not-yet-valid', { nbf: NOW + 120 }],
    ['issued-in-future', { iat: NOW + 120, nbf: NOW }],
    ['audience', { aud: 'another-app' }],
    ['shop', { dest: 'shop.example.com' }],
    [
      'other-shop',
      { dest: 'another-shop.myshopify.com', iss: 'https://another-shop.myshopify.com/checkouts' },
    ],
    ['issuer', { dest: 'sandbox.myshopify.com', iss: 'https://another-shop.myshopify.com/checkouts' }],
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

test('every code that rejects a token has a fault that causes it', () => {
  const brought = new Set(TOKEN_FAULTS.map((fault) => TOKEN_FAULT_TEXTS[fault].code));
  // No extension sends a request without a token: see the round trip by text.
  const others = SESSION_TOKEN_ERROR_CODES.filter((code) => code !== 'missing_token');
  expect(others.filter((code) => !brought.has(code))).toEqual([]);
});

describe('a request for a token', () => {
  test.each(TOKEN_FAULTS.filter((fault) => !isWithheld(fault)))('may ask for the fault %s', (fault) => {
    const asked = hasFault(surfaceOf(target), fault) ? target : posTarget;
    expect(parseSessionTokenRequest({ target: asked, fault })).toEqual({ target: asked, fault });
  });

  test.each([
    {},
    { target: 1 },
    { target, customer: 42 },
    { target, customer: '42; drop' },
    { target, user: 'gid://shopify/StaffMember/1' },
    { target, fault: 'unavailable' },
    { target: posTarget, fault: 'no-permission' },
    { target, fault: 'session-id' },
    { target, fault: 'toString' },
    { target, skewSeconds: 86_401 },
    { target, skewSeconds: 0.5 },
  ])('rejects %j', (body) => {
    expect(parseSessionTokenRequest(body)).toBeUndefined();
  });
});
