import { describe, expect, test } from 'vitest';
import { createVerifier, mint, NOW_MS, NOW_SECONDS, outcomeOf } from './setup.ts';

const withTimes = (times: { exp?: number; nbf?: number; iat?: number }) =>
  mint(Object.fromEntries(Object.entries(times).map(([claim, offset]) => [claim, NOW_SECONDS + offset])));

describe('a time that Shopify does not issue', () => {
  // Times inside the limits are rejected too, but with another code.
  test.each([
    ['0', { exp: 1, nbf: 0, iat: 0 }, 'expired'],
    ['-1', { exp: 1, nbf: -1, iat: 0 }, 'invalid_time'],
    [
      'just below 1e11',
      { exp: 99_999_999_999, nbf: 99_999_999_000, iat: 99_999_999_500 },
      'lifetime_too_long',
    ],
    ['1e11', { exp: 100_000_000_000, nbf: 99_999_999_500, iat: 99_999_999_500 }, 'invalid_time'],
  ])('%s has its own code', async (_time, times, code) => {
    expect(await outcomeOf(createVerifier(), mint(times))).toHaveProperty('code', code);
  });
});

describe('a clock tolerance', () => {
  const expired = withTimes({ iat: -100, nbf: -100, exp: -30 });

  test.each([
    [0, withTimes({ exp: 1 }), undefined],
    [0, withTimes({ iat: -9, nbf: -9, exp: 0 }), 'expired'],
    [0, withTimes({ nbf: 1 }), 'not_yet_valid'],
    [31, expired, undefined],
    [30, expired, 'expired'],
    [60, withTimes({ nbf: 60 }), undefined],
    [60, withTimes({ nbf: 61 }), 'not_yet_valid'],
  ])('of %i s is exact to the second', async (clockToleranceSeconds, token, code) => {
    const decision = await outcomeOf(createVerifier({ clockToleranceSeconds }), token);
    expect(Reflect.get(decision, 'code')).toBe(code);
  });
});

describe('a clock', () => {
  test('that returns NaN rejects every token', async () => {
    expect(await outcomeOf(createVerifier({ now: () => Number.NaN }), mint())).toHaveProperty(
      'code',
      'expired',
    );
  });

  test('between two seconds counts as the earlier one', async () => {
    const verifier = createVerifier({ now: () => NOW_MS + 999 });
    expect(await outcomeOf(verifier, withTimes({ iat: -100, nbf: -100, exp: -9 }))).toHaveProperty('kind');
    expect(await outcomeOf(verifier, withTimes({ nbf: 11 }))).toHaveProperty('code', 'not_yet_valid');
  });
});
