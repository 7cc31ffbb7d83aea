import { compactVerify } from 'jose/jws/compact/verify';
import { describe, expect, test, vi } from 'vitest';
import { createTokenCache } from '../src/token-cache.ts';
import { createClockedVerifier, createVerifier, isCached, mint, NOW_SECONDS } from './setup.ts';

vi.mock('jose/jws/compact/verify', { spy: true });

describe('the size of the cache', () => {
  test('never exceeds cacheEntries under a flood of valid tokens', async () => {
    const verifier = createVerifier({ cacheEntries: 3 });
    const tokens = Array.from({ length: 10 }, () => mint());
    for (const token of tokens) {
      await verifier.verify(token);
      expect(verifier.stats().size).toBeLessThanOrEqual(3);
    }
    expect(await isCached(verifier, tokens.at(-1)!)).toBe(true);
    expect(await isCached(verifier, tokens[0]!)).toBe(false);
  });

  test('can be one entry', async () => {
    const verifier = createVerifier({ cacheEntries: 1 });
    const [first, second] = [mint(), mint()];
    await verifier.verify(first);
    expect(await isCached(verifier, first)).toBe(true);
    await verifier.verify(second);
    expect(verifier.stats().size).toBe(1);
    expect(await isCached(verifier, second)).toBe(true);
    expect(await isCached(verifier, first)).toBe(false);
  });

  test('can be zero, which turns the cache off', async () => {
    const verifier = createVerifier({ cacheEntries: 0 });
    const token = mint();
    await verifier.verify(token);
    await verifier.verify(token);
    expect(compactVerify).toHaveBeenCalledTimes(2);
    expect(verifier.stats()).toEqual({ hits: 0, misses: 2, size: 0 });
  });

  test('is 10 000 by default', async () => {
    const verifier = createVerifier();
    let largest = 0;
    for (let done = 0; done < 10_500; done += 500) {
      await Promise.all(Array.from({ length: 500 }, () => verifier.verify(mint())));
      largest = Math.max(largest, verifier.stats().size);
    }
    expect(largest).toBe(10_000);
  });

  test('does not keep expired tokens when new ones arrive', async () => {
    const { verifier, setClock } = createClockedVerifier({ cacheEntries: 10 });
    const expired = Array.from({ length: 10 }, () => mint());
    for (const token of expired) await verifier.verify(token);
    setClock(310);
    const later = { iat: NOW_SECONDS + 310, nbf: NOW_SECONDS + 310, exp: NOW_SECONDS + 610 };
    for (let index = 0; index < 10; index += 1) await verifier.verify(mint(later));
    setClock(0);
    expect(await isCached(verifier, expired.at(-1)!)).toBe(false);
  });
});

describe('a token cache', () => {
  test.each([1, 2, 3, 4, 5, 10, 11, 100])(
    'of %i entries keeps the latest half, and no more than all',
    (max) => {
      const cache = createTokenCache<number>(max);
      for (let latest = 0; latest < 5 * max; latest += 1) {
        cache.set(`${latest}`, latest);
        const kept = Array.from({ length: latest + 1 }, (_, index) => latest - index).filter(
          (index) => cache.get(`${index}`) === index,
        );
        expect(cache.size).toBe(kept.length);
        expect(kept.length).toBeLessThanOrEqual(max);
        const half = Math.min(latest + 1, Math.max(1, Math.floor(max / 2)));
        expect(kept.slice(0, half)).toEqual(Array.from({ length: half }, (_, index) => latest - index));
      }
    },
  );

  test('drops nothing before it is full', () => {
    const cache = createTokenCache<number>(10);
    for (let index = 0; index < 10; index += 1) cache.set(`${index}`, index);
    expect(cache.size).toBe(10);
    expect(cache.get('0')).toBe(0);
    cache.set('10', 10);
    expect([cache.size, cache.get('4'), cache.get('5')]).toEqual([6, undefined, 5]);
  });
});
