import { compactVerify } from 'jose/jws/compact/verify';
import { describe, expect, test, vi } from 'vitest';
import {
  createClockedVerifier,
  createVerifier,
  FOREIGN_SECRET,
  isCached,
  mint,
  mintStaff,
  NOW_SECONDS,
  outcomeOf,
  PREVIOUS_SECRET,
  SECRET,
} from './setup.ts';

vi.mock('jose/jws/compact/verify', { spy: true });

describe('a verified token', () => {
  test('was passed to jose once, with HS256 as the only algorithm', async () => {
    const verifier = createVerifier();
    const token = mint();
    for (let time = 0; time < 5; time += 1) await verifier.verify(token);
    expect(compactVerify).toHaveBeenCalledTimes(1);
    expect(compactVerify).toHaveBeenCalledWith(token, expect.any(CryptoKey), { algorithms: ['HS256'] });
    expect(verifier.stats()).toEqual({ hits: 4, misses: 1, size: 1 });
  });

  test.each([
    ['a customer', mint({ sub: 'gid://shopify/Customer/7', extra: [1] })],
    ['a guest without iss', mint({ iss: undefined })],
    ['staff', mintStaff()],
  ])('has the same session in the cache: %s', async (_holder, token) => {
    const verifier = createVerifier();
    const verified = await verifier.verify(token);
    expect(await verifier.verify(token)).toBe(verified);
    expect(verifier.stats().hits).toBe(1);
  });

  test('stays cached when other tokens are verified', async () => {
    const verifier = createVerifier();
    const tokens = Array.from({ length: 50 }, (_, index) => mint({ jti: `token-${index}` }));
    for (const token of tokens) await verifier.verify(token);
    for (const [index, token] of tokens.entries()) {
      expect(await verifier.verify(token)).toMatchObject({ tokenId: `token-${index}` });
    }
    expect(verifier.stats().hits).toBe(50);
  });
});

describe('the cache checks the time on every hit', () => {
  test('and rejects a token from the second it expires', async () => {
    const { verifier, setClock } = createClockedVerifier();
    const token = mint({ exp: NOW_SECONDS + 60 });
    await verifier.verify(token);
    setClock(69);
    expect(await isCached(verifier, token)).toBe(true);
    setClock(70);
    expect(await outcomeOf(verifier, token)).toMatchObject({ code: 'expired', claim: 'exp' });
  });

  test.each([
    ['nbf', 'not_yet_valid'],
    ['iat', 'issued_in_future'],
  ])('and rejects a token before its %s when the clock is set back', async (claim, code) => {
    const { verifier, setClock } = createClockedVerifier();
    const token = mint({ nbf: NOW_SECONDS - 50, iat: NOW_SECONDS - 50, [claim]: NOW_SECONDS });
    await verifier.verify(token);
    setClock(-10);
    expect(await isCached(verifier, token)).toBe(true);
    setClock(-11);
    expect(await outcomeOf(verifier, token)).toMatchObject({ code, claim });
  });

  test('and rejects every token when the clock returns NaN', async () => {
    const { verifier, setClock } = createClockedVerifier();
    const token = mint();
    await verifier.verify(token);
    setClock(Number.NaN);
    expect(await outcomeOf(verifier, token)).toHaveProperty('code', 'expired');
  });
});

describe('the cache never confuses two tokens', () => {
  test('that differ in one character, or have the same jti', async () => {
    const verifier = createVerifier();
    const token = mint({ jti: 'same', sub: 'gid://shopify/Customer/1' });
    const other = mint({ jti: 'same', sub: 'gid://shopify/Customer/2' });
    expect(await verifier.verify(token)).toMatchObject({ customerId: '1' });
    expect(await verifier.verify(other)).toMatchObject({ customerId: '2' });
    expect(await verifier.verify(token)).toMatchObject({ customerId: '1' });
    expect(verifier.stats()).toMatchObject({ hits: 1, misses: 2 });
    for (let index = 0; index < token.length; index += 1) {
      const changed = `${token.slice(0, index)}${token[index] === 'A' ? 'B' : 'A'}${token.slice(index + 1)}`;
      expect(await outcomeOf(verifier, changed)).toHaveProperty('code');
    }
    expect(verifier.stats()).toMatchObject({ hits: 1, misses: 2 });
  });

  test('of which one has padding or white space', async () => {
    const verifier = createVerifier();
    const token = mint();
    await verifier.verify(token);
    for (const other of [`${token}=`, `${token} `, ` ${token}`, `${token}\n`]) {
      expect(await outcomeOf(verifier, other)).toHaveProperty('code', 'malformed_token');
    }
  });

  test('of which one is not a string', async () => {
    const verifier = createVerifier();
    const token = mint();
    await verifier.verify(token);
    for (const other of [[token], Buffer.from(token), Object(token), { toString: () => token }]) {
      expect(await outcomeOf(verifier, other)).toHaveProperty('code', 'malformed_token');
    }
  });

  test('of different shops, kinds, issuers or secrets', async () => {
    const verifier = createVerifier({ secrets: [SECRET, PREVIOUS_SECRET] });
    const tokens = [
      mint({ dest: 'a.myshopify.com', iss: undefined }),
      mint({ dest: 'b.myshopify.com', iss: undefined }),
      mint(),
      mintStaff(),
      mint({ iss: undefined }),
      mint({}, { secret: PREVIOUS_SECRET }),
    ];
    const verified = await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(await Promise.all(tokens.map((token) => verifier.verify(token)))).toEqual(verified);
    expect(verifier.stats()).toEqual({ hits: 6, misses: 6, size: 6 });
    const differences = verified.map(({ shop, kind, secretVersion, claims }) =>
      [shop, kind, secretVersion, claims.iss].join(),
    );
    expect(new Set(differences).size).toBe(6);
  });
});

describe('a rejection', () => {
  test('is never cached: the same token is accepted when its time comes', async () => {
    const { verifier, setClock } = createClockedVerifier();
    const token = mint({ nbf: NOW_SECONDS + 60 });
    expect(await outcomeOf(verifier, token)).toHaveProperty('code', 'not_yet_valid');
    setClock(60);
    expect(await outcomeOf(verifier, token)).toHaveProperty('kind', 'buyer');
  });

  test('neither calls jose nor takes the place of a cached token', async () => {
    const verifier = createVerifier({ cacheEntries: 3 });
    const kept = mint();
    await verifier.verify(kept);
    for (let index = 0; index < 100; index += 1) {
      await outcomeOf(verifier, mint({}, { secret: FOREIGN_SECRET }));
      await outcomeOf(
        verifier,
        mint({ exp: NOW_SECONDS - 60, nbf: NOW_SECONDS - 90, iat: NOW_SECONDS - 90 }),
      );
      await outcomeOf(verifier, mint({ aud: 'other' }));
    }
    expect(compactVerify).toHaveBeenCalledTimes(1);
    expect(verifier.stats()).toEqual({ hits: 0, misses: 1, size: 1 });
    expect(await isCached(verifier, kept)).toBe(true);
  });

  test('by jose is final, even if all our own checks passed', async () => {
    const verifier = createVerifier();
    const token = mint();
    vi.mocked(compactVerify).mockRejectedValueOnce(new Error('no'));
    expect(await outcomeOf(verifier, token)).toHaveProperty('code', 'bad_signature');
    expect(verifier.stats().size).toBe(0);
    expect(await outcomeOf(verifier, token)).toHaveProperty('kind', 'buyer');
  });
});
