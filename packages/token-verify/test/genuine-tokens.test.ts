import { GENUINE_TOKENS, LIMITS } from '@session-token/token-issuer/corpus';
import { describe, expect, test } from 'vitest';
import { CONTEXT } from './corpus.ts';
import { createVerifier, decodePayload, outcomeOf } from './setup.ts';

const genuine = [...GENUINE_TOKENS, ...LIMITS.map(({ inside }) => inside)];

describe('a genuine token is accepted', () => {
  test.each(genuine)('$name', async ({ mint, kind, shop = CONTEXT.shop, customerId, userId }) => {
    const token = mint(CONTEXT);
    const { jti, sid, sub, ...claims } = decodePayload(token);
    const session = Object(await outcomeOf(createVerifier(), token));
    expect({ ...session, claims: undefined }).toEqual({
      kind,
      shop,
      tokenId: jti,
      issuedAt: claims.iat,
      expiresAt: claims.exp,
      secretVersion: 'current',
      customerId,
      userId,
      sessionId: kind === 'staff' ? sid : undefined,
      claims: undefined,
    });
    // Every claim is kept unchanged, apart from an empty `sub`.
    expect(session.claims).toEqual({ ...claims, jti, sid, sub: sub || undefined });
  });
});
