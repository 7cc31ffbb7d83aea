import { createTokenIssuer } from '@session-token/token-issuer';
import { expect, test, vi } from 'vitest';
import { createTokenCache } from '../src/page/model/minted-token.ts';

function setUp() {
  let nowMs = Date.parse('2026-03-01T12:00:00Z');
  const mint = createTokenIssuer({ clientId: 'client', secret: 's'.repeat(32), now: () => nowMs });
  const claims: Record<string, unknown> = {};
  const minted = vi.fn(async () => mint(claims));
  const cache = createTokenCache(minted, () => nowMs);
  return { cache, minted, claims, wait: (seconds: number) => (nowMs += seconds * 1000) };
}

test('returns one token as long as it is valid', async () => {
  const { cache, minted, wait } = setUp();
  const first = await cache.get();
  wait(299);
  const second = await cache.get();
  expect(second).toEqual({ token: first.token, source: 'cache', uses: 2 });
  expect(minted).toHaveBeenCalledTimes(1);
});

test('mints a fresh token at the second in which the last one runs out', async () => {
  const { cache, wait } = setUp();
  const first = await cache.get();
  wait(300);
  const second = await cache.get();
  expect(second).toMatchObject({ source: 'minted', uses: 1 });
  expect(second.token).not.toBe(first.token);
});

test('never returns an expired token twice', async () => {
  const { cache, claims, minted } = setUp();
  claims.exp = 1;
  await cache.get();
  await cache.get();
  expect(minted).toHaveBeenCalledTimes(2);
});

test('gives concurrent callers the same token', async () => {
  const { cache, minted } = setUp();
  const [a, b] = await Promise.all([cache.get(), cache.get()]);
  expect(a.token).toBe(b.token);
  expect(minted).toHaveBeenCalledTimes(1);
});

test('retries after a failure to mint', async () => {
  const { cache, minted } = setUp();
  minted.mockRejectedValueOnce(new Error('down'));
  await expect(cache.get()).rejects.toThrow('down');
  await expect(cache.get()).resolves.toMatchObject({ source: 'minted' });
});

test('mints a fresh token after the cached one was dropped', async () => {
  const { cache, minted } = setUp();
  await cache.get();
  cache.discard();
  await cache.get();
  expect(minted).toHaveBeenCalledTimes(2);
});

test('mints a token for each call if the host caches none, as in POS', async () => {
  const { cache, minted } = setUp();
  const [first, second] = [await cache.mint(), await cache.mint()];
  expect(second).toMatchObject({ source: 'minted', uses: 1 });
  expect(second.token).not.toBe(first.token);
  expect(minted).toHaveBeenCalledTimes(2);
});
