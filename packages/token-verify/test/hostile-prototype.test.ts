import { signToken } from '@session-token/token-issuer';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CLIENT_ID,
  createVerifier,
  expectRejected,
  mint,
  NOW_SECONDS,
  outcomeOf,
  SECRET,
  SHOP,
} from './setup.ts';

const POLLUTION: Record<string, unknown> = {
  alg: 'HS256',
  aud: CLIENT_ID,
  dest: SHOP,
  exp: NOW_SECONDS + 300,
  nbf: NOW_SECONDS,
  iat: NOW_SECONDS,
  jti: 'x',
  sub: 'gid://shopify/Customer/1',
  sid: 'x',
  iss: `https://${SHOP}/admin`,
};

/** Pollutes Object.prototype, as a vulnerable dependency in the process could. */
function pollute(names: string[]): void {
  for (const name of names) {
    Object.defineProperty(Object.prototype, name, { value: POLLUTION[name], configurable: true });
  }
}

afterEach(() => {
  for (const name of Object.keys(POLLUTION)) Reflect.deleteProperty(Object.prototype, name);
});

describe('a polluted Object.prototype', () => {
  test.each(['aud', 'dest', 'exp', 'nbf', 'iat', 'jti'])(
    'does not supply a %s that the token lacks',
    async (claim) => {
      const token = mint({ [claim]: undefined });
      pollute([claim]);
      await expectRejected({ token, code: 'missing_claim', claim });
    },
  );

  test('does not supply an alg that the header lacks', async () => {
    const token = mint({}, { header: { typ: 'JWT' } });
    pollute(['alg']);
    await expectRejected({ token, code: 'unsupported_algorithm' });
  });

  test('does not turn a guest into a customer or staff', async () => {
    const token = signToken({ alg: 'HS256' }, mintable(), SECRET);
    const verifier = createVerifier();
    pollute(['sub', 'sid', 'iss']);
    const verified = await outcomeOf(verifier, token);
    expect(verified).toMatchObject({ kind: 'buyer' });
    expect(Object.keys(verified)).not.toContain('customerId');
  });
});

function mintable() {
  return { dest: SHOP, aud: CLIENT_ID, exp: NOW_SECONDS + 300, nbf: NOW_SECONDS, iat: NOW_SECONDS, jti: 'x' };
}
