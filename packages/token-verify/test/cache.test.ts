import { compactVerify } from 'jose/jws/compact/verify';
import { describe, expect, test, vi } from 'vitest';
import {
  createClockedVerifier,
  createVerifier,
  decide,
  FOREIGN_SECRET,
  mint,
  mintStaff,
  NOW_SECONDS,
  PREVIOUS_SECRET,
  SECRET,
} from './setup.ts';

vi.mock('jose/jws/compact/verify', { spy: true });

describe('a token that was verified', () => {
  test('is not verified by jose again', async () => {
    const verifier = createVerifier();
    const token = mint();
    for (let time = 0; time < 5; time += 1) await verifier.verify(token);
    expect(compactVerify).toHaveBeenCalledTimes(1);
    expect(verifier.stats()).toEqual({ hits: 4, misses: 1, size: 1 });
  });

  test.each([
    ['a customer', mint({ sub: 'gid://shopify/Customer/7', extra: [1] })],
    ['an anonymous buyer without iss', mint({ iss: undefined })],
    ['staff', mintStaff()],
  ])('says the same when it is recalled, and is frozen: %s', async (_kind, token) => {
    const verifier = createVerifier();
    const verified = await verifier.verify(token);
    const recalled = verifier.recall(token);
    expect(recalled).toEqual(verified);
    expect(Object.isFrozen(recalled)).toBe(true);
    expect(Object.isFrozen(recalled?.claims)).toBe(true);
  });

  test('is recalled without a promise, and not before', async () => {
    const verifier = createVerifier();
    const token = mint();
    expect(verifier.recall(token)).toBeUndefined();
    await verifier.verify(token);
    expect(verifier.recall(token)).toMatchObject({ kind: 'buyer' });
  });

  test('is not forgotten because others were', async () => {
    const verifier = createVerifier();
    const tokens = Array.from({ length: 50 }, (_, index) => mint({ jti: `token-${index}` }));
    for (const token of tokens) await verifier.verify(token);
    for (const [index, token] of tokens.entries()) {
      expect(verifier.recall(token)).toMatchObject({ tokenId: `token-${index}` });
    }
  });
});

describe('the cache never extends a life', () => {
  test('recalls a token until its last second, and refuses it from then on', async () => {
    const { verifier, setClock } = createClockedVerifier();
    const token = mint({ exp: NOW_SECONDS + 60 });
    await verifier.verify(token);
    setClock(69);
    expect(verifier.recall(token)).toBeDefined();
    setClock(70);
    expect(verifier.recall(token)).toBeUndefined();
    expect(await decide(verifier, token)).toHaveProperty('code', 'expired');
  });

  test.each([
    ['nbf', 'not_yet_valid'],
    ['iat', 'issued_in_future'],
  ])('does not recall a token before its %s when the clock is set back', async (claim, code) => {
    const { verifier, setClock } = createClockedVerifier();
    const token = mint({ nbf: NOW_SECONDS - 50, iat: NOW_SECONDS - 50, [claim]: NOW_SECONDS });
    await verifier.verify(token);
    setClock(-10);
    expect(verifier.recall(token)).toBeDefined();
    setClock(-11);
    expect(verifier.recall(token)).toBeUndefined();
    expect(await decide(verifier, token)).toHaveProperty('code', code);
  });

  test('recalls nothing on a clock that gives NaN', async () => {
    const { verifier, setClock } = createClockedVerifier();
    const token = mint();
    await verifier.verify(token);
    setClock(Number.NaN);
    expect(verifier.recall(token)).toBeUndefined();
  });
});

describe('the cache never mixes two tokens', () => {
  test('though they differ in one character, or in the claims of one jti', async () => {
    const verifier = createVerifier();
    const token = mint({ jti: 'same', sub: 'gid://shopify/Customer/1' });
    const other = mint({ jti: 'same', sub: 'gid://shopify/Customer/2' });
    await verifier.verify(token);
    expect(verifier.recall(other)).toBeUndefined();
    expect(await verifier.verify(other)).toMatchObject({ customerId: '2' });
    expect(await verifier.verify(token)).toMatchObject({ customerId: '1' });
    for (let index = 0; index < token.length; index += 1) {
      const changed = `${token.slice(0, index)}${token[index] === 'A' ? 'B' : 'A'}${token.slice(index + 1)}`;
      expect(verifier.recall(changed)).toBeUndefined();
    }
  });

  test('though one is spelt with padding or white space', async () => {
    const verifier = createVerifier();
    const token = mint();
    await verifier.verify(token);
    for (const other of [`${token}=`, `${token} `, ` ${token}`, `${token}\n`]) {
      expect(verifier.recall(other)).toBeUndefined();
      expect(await decide(verifier, other)).toHaveProperty('code', 'malformed_token');
    }
  });

  test('and recalls nothing for what is no token', async () => {
    const verifier = createVerifier();
    const token = mint();
    await verifier.verify(token);
    for (const other of [undefined, null, 1, [token], Buffer.from(token), '', 'x'.repeat(1_000_000)]) {
      expect(verifier.recall(other as string)).toBeUndefined();
    }
  });

  test('of two shops, kinds or secrets', async () => {
    const verifier = createVerifier({ secrets: [SECRET, PREVIOUS_SECRET] });
    const shops = ['a', 'b'].map((name) => mint({ dest: `${name}.myshopify.com`, iss: undefined }));
    const tokens = [
      ...shops,
      mint(),
      mintStaff(),
      mint({ iss: undefined }),
      mint({}, { secret: PREVIOUS_SECRET }),
    ];
    const verified = await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(tokens.map((token) => verifier.recall(token))).toEqual(verified);
    expect(
      new Set(
        verified.map(({ shop, kind, signedWith, claims }) => [shop, kind, signedWith, claims.iss].join()),
      ).size,
    ).toBe(6);
  });
});

describe('a refusal', () => {
  test('is never remembered: the same token is accepted once the clock allows it', async () => {
    const { verifier, setClock } = createClockedVerifier();
    const token = mint({ nbf: NOW_SECONDS + 60 });
    expect(await decide(verifier, token)).toHaveProperty('code', 'not_yet_valid');
    setClock(60);
    expect(await decide(verifier, token)).toHaveProperty('kind', 'buyer');
  });

  test('costs jose nothing and the cache no entry', async () => {
    const verifier = createVerifier({ cacheEntries: 3 });
    const kept = mint();
    await verifier.verify(kept);
    for (let index = 0; index < 100; index += 1) {
      await decide(verifier, mint({}, { secret: FOREIGN_SECRET }));
      await decide(verifier, mint({ exp: NOW_SECONDS - 60, nbf: NOW_SECONDS - 90, iat: NOW_SECONDS - 90 }));
      await decide(verifier, mint({ aud: 'other' }));
    }
    expect(compactVerify).toHaveBeenCalledTimes(1);
    expect(verifier.stats()).toEqual({ hits: 0, misses: 1, size: 1 });
    expect(verifier.recall(kept)).toBeDefined();
  });

  test('by jose alone is final, whatever all our own checks say', async () => {
    const verifier = createVerifier();
    const token = mint();
    vi.mocked(compactVerify).mockRejectedValueOnce(new Error('no'));
    expect(await decide(verifier, token)).toHaveProperty('code', 'bad_signature');
    expect(verifier.stats().size).toBe(0);
    expect(await decide(verifier, token)).toHaveProperty('kind', 'buyer');
  });
});
