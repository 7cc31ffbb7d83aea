import { compactVerify } from 'jose/jws/compact/verify';
import { describe, expect, test, vi } from 'vitest';
import { createTokenCache } from '../src/token-cache.ts';
import type { BuyerRecord } from '../src/token-record.ts';
import { createClockedVerifier, createVerifier, mint, NOW_SECONDS } from './setup.ts';

vi.mock('jose/jws/compact/verify', { spy: true });

describe('the bound of the cache', () => {
  test('holds under a flood of valid tokens, the oldest of which go first', async () => {
    const verifier = createVerifier({ cacheEntries: 3 });
    const tokens = Array.from({ length: 10 }, () => mint());
    for (const token of tokens) {
      await verifier.verify(token);
      expect(verifier.stats().size).toBeLessThanOrEqual(3);
    }
    const remembered = tokens.map((token) => verifier.recall(token) !== undefined);
    expect(remembered).toEqual([...Array(7).fill(false), true, true, true]);
  });

  test('of one entry remembers one token', async () => {
    const verifier = createVerifier({ cacheEntries: 1 });
    const [first, second] = [mint(), mint()];
    await verifier.verify(first);
    expect(verifier.recall(first)).toBeDefined();
    await verifier.verify(second);
    expect(verifier.recall(first)).toBeUndefined();
    expect(verifier.recall(second)).toBeDefined();
  });

  test('of no entries turns it off', async () => {
    const verifier = createVerifier({ cacheEntries: 0 });
    const token = mint();
    await verifier.verify(token);
    await verifier.verify(token);
    expect(verifier.recall(token)).toBeUndefined();
    expect(compactVerify).toHaveBeenCalledTimes(2);
    expect(verifier.stats()).toEqual({ hits: 0, misses: 2, size: 0 });
  });

  test('is not needed once tokens expire: new ones push the expired out', async () => {
    const { verifier, setClock } = createClockedVerifier();
    for (let index = 0; index < 10; index += 1) await verifier.verify(mint());
    setClock(310);
    const later = { iat: NOW_SECONDS + 310, nbf: NOW_SECONDS + 310, exp: NOW_SECONDS + 610 };
    const sizes: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      await verifier.verify(mint(later));
      sizes.push(verifier.stats().size);
    }
    // Two go for each that comes, until none of the ten is left.
    expect(sizes).toEqual([9, 8, 7, 6, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('a cache of records', () => {
  const instant = { nowSeconds: NOW_SECONDS, clockToleranceSeconds: 10 };
  const record = (exp: number): BuyerRecord => ({
    origin: { shop: 's', dest: 's', aud: 'a', iss: undefined, signedWith: 'current' },
    ...{ jti: 'x', iat: NOW_SECONDS, nbf: NOW_SECONDS, exp, sub: undefined, otherClaims: undefined },
  });

  test('works on after it was swept empty', () => {
    const cache = createTokenCache(10);
    cache.remember('a', record(NOW_SECONDS + 1), instant);
    const later = { ...instant, nowSeconds: NOW_SECONDS + 100 };
    cache.remember('b', record(NOW_SECONDS + 200), later);
    expect([cache.size, cache.recall('a', later), cache.recall('b', later)?.exp]).toEqual([
      1,
      undefined,
      NOW_SECONDS + 200,
    ]);
    for (const digest of 'cdefghijklm') cache.remember(digest, record(NOW_SECONDS + 200), later);
    expect(cache.size).toBe(10);
    expect([...'bcdm'].map((digest) => cache.recall(digest, later) !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('stays at its bound over many times its size, and drops in order', () => {
    const cache = createTokenCache(100);
    for (let index = 0; index < 10_000; index += 1)
      cache.remember(`${index}`, record(NOW_SECONDS + 300), instant);
    expect(cache.size).toBe(100);
    expect(cache.recall('9899', instant)).toBeUndefined();
    expect(cache.recall('9900', instant)).toBeDefined();
  });
});
