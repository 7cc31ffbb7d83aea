import { compactVerify } from 'jose/jws/compact/verify';
import { describe, expect, test, vi } from 'vitest';
import { createVerifier, mint, NOW_SECONDS, outcomeOf } from './setup.ts';

vi.mock('jose/jws/compact/verify', { spy: true });

describe('concurrent calls with one new token', () => {
  test.each([{}, { cacheEntries: 0 }])('share one verification, with %j', async (options) => {
    const verifier = createVerifier(options);
    const token = mint();
    const verified = await Promise.all(Array.from({ length: 50 }, () => verifier.verify(token)));
    expect(compactVerify).toHaveBeenCalledTimes(1);
    expect(verifier.stats().misses).toBe(1);
    expect(new Set(verified).size).toBe(1);
  });

  test('are all rejected when jose rejects, and the next call verifies again', async () => {
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

describe('concurrent calls with many tokens', () => {
  test('return the session of each token', async () => {
    const verifier = createVerifier();
    const tokens = Array.from({ length: 200 }, (_, index) =>
      mint({ jti: `token-${index % 50}`, iat: iat(index) }),
    );
    const verified = await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(verified.map(({ tokenId, issuedAt }) => [tokenId, issuedAt])).toEqual(
      tokens.map((_, index) => [`token-${index % 50}`, iat(index)]),
    );
  });

  test('do not affect each other when some are rejected', async () => {
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
