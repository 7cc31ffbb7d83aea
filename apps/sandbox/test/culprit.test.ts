import { createTokenIssuer } from '@session-token/token-issuer';
import { describe, expect, test } from 'vitest';
import { TOKEN_FAULT_TEXTS, TOKEN_FAULTS, type TokenFault } from '../src/contract/token-faults.ts';
import { mintSessionToken } from '../src/node/app/mint-session-token.ts';
import { culpritOf } from '../src/page/model/culprit.ts';
import { decodeUnverified } from '../src/page/model/unverified-token.ts';

const NOW_MS = Date.parse('2026-03-01T12:00:00Z');
const mint = createTokenIssuer({ clientId: 'client', secret: 's'.repeat(32), now: () => NOW_MS });
const expectations = { clientId: 'client', serverTime: '12:00:00' };

function culpritOfFault(fault: TokenFault) {
  const target =
    TOKEN_FAULT_TEXTS[fault].only === 'pos' ? 'pos.home.tile.render' : 'purchase.checkout.block.render';
  const request = { target, customer: '42', fault };
  const token = mintSessionToken({ mint, previousSecret: 'p'.repeat(32) }, request, NOW_MS);
  return culpritOf(TOKEN_FAULT_TEXTS[fault].code ?? '', decodeUnverified(token), expectations);
}

const CLAIMS: Partial<Record<TokenFault, Record<string, string>>> = {
  audience: { aud: 'client' },
  shop: { dest: 'name.myshopify.com' },
  issuer: { iss: 'an address of sandbox.myshopify.com' },
  subject: { sub: 'gid://shopify/Customer/… or, in POS, the number of a user' },
  'token-id': { jti: 'an id' },
  'session-id': { sid: 'an id' },
  expired: { exp: "later than 12:00:00, the server's time" },
  'not-yet-valid': { nbf: "not later than 12:00:00, the server's time" },
  'issued-in-future': { iat: "not later than 12:00:00, the server's time" },
  'long-lived': { exp: 'within 10 minutes of iat' },
  milliseconds: {
    iat: 'whole seconds since 1970',
    nbf: 'whole seconds since 1970',
    exp: 'whole seconds since 1970',
  },
  'post-purchase': {
    dest: 'in every session token',
    aud: 'in every session token',
    jti: 'in every session token',
  },
};
const PARTS: Partial<Record<TokenFault, string>> = {
  tampered: 'signature',
  secret: 'signature',
  'alg-none': 'header',
  'critical-header': 'header',
  malformed: 'token',
  'too-large': 'token',
};

describe('the culprit of a rejected token', () => {
  test.each(Object.entries(CLAIMS))('with the fault %s is its claims', (fault, claims) => {
    expect(culpritOfFault(fault as TokenFault)).toMatchObject({ part: 'payload', claims });
    expect(Object.keys(culpritOfFault(fault as TokenFault)!.claims)).toEqual(Object.keys(claims));
  });

  test.each(Object.entries(PARTS))('with the fault %s is its %s', (fault, part) => {
    expect(culpritOfFault(fault as TokenFault)).toMatchObject({ part, claims: {} });
  });

  test('is known for every fault that the server rejects', () => {
    const rejected = TOKEN_FAULTS.filter((fault) => TOKEN_FAULT_TEXTS[fault].code);
    expect([...Object.keys(CLAIMS), ...Object.keys(PARTS)].toSorted()).toEqual(rejected.toSorted());
  });

  test.each(['rate_limited', 'customer_required', 'toString', '__proto__', ''])(
    'marks nothing for %j',
    (code) => {
      expect(culpritOf(code, decodeUnverified(mint()), expectations)).toBeUndefined();
    },
  );

  test('is the last time if all times are whole seconds, but in the wrong order', () => {
    const token = decodeUnverified(mint({ iat: 100, nbf: 100, exp: 100 }));
    expect(culpritOf('invalid_time', token, expectations)?.claims).toEqual({ exp: 'later than nbf and iat' });
  });
});
