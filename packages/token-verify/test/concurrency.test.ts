import { compactVerify } from 'jose/jws/compact/verify';
import { describe, expect, test, vi } from 'vitest';
import { createVerifier, mint, NOW_SECONDS, outcomeOf } from './setup.ts';

vi.mock('jose/jws/compact/verify', { spy: true });

describe('concurrent first sights of one token', () => {
  test.each([{}, { cacheEntries: 0 }])('do one verification, with %j', async (options) => {
    const verifier = createVerifier(options);
    const token = mint();
    const verified = await Promise.all(Array.from({ length: 50 }, () => verifier.verify(token)));
    expect(compactVerify).toHaveBeenCalledTimes(1);
    expect(verifier.stats().misses).toBe(1);
    expect(new Set(verified).size).toBe(1);
  });

  test('are all refused when jose refuses, and the next one is verified anew', async () => {
    const verifier = createVerifier();
    const token = mint();
    vi.mocked(compactVerify).mockRejectedValueOnce(new Error('no'));
    const decisions = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(verifier, token)));
    expect(decisions.map((decision) => Reflect.get(decision, 'code'))).toEqual(
      Array(5).fill('bad_signature'),
    );
    expect(await outcomeOf(verifier, token)).toHaveProperty('kind', 'buyer');
    expect(compactVerify).toHaveBeenCalledTimes(2);
  });
});

describe('concurrent sights of many tokens', () => {
  test('give each caller its own', async () => {
    const verifier = createVerifier();
    const tokens = Array.from({ length: 200 }, (_, index) =>
      mint({ jti: `token-${index % 50}`, iat: iat(index) }),
    );
    const verified = await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(verified.map(({ tokenId, issuedAt }) => [tokenId, issuedAt])).toEqual(
      tokens.map((_, index) => [`token-${index % 50}`, iat(index)]),
    );
  });

  test('do not disturb one another when some are refused', async () => {
    const verifier = createVerifier();
    const tokens = Array.from({ length: 60 }, (_, index) => mint(index % 3 === 0 ? { aud: 'other' } : {}));
    const decisions = await Promise.all(tokens.map((token) => outcomeOf(verifier, token)));
    expect(decisions.map((decision) => 'kind' in decision)).toEqual(
      tokens.map((_, index) => index % 3 !== 0),
    );
  });
});

function iat(index: number): number {
  return NOW_SECONDS - 250 + index;
}
