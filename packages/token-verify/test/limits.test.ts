import { signSegments } from '@session-token/token-issuer';
import { describe, expect, test } from 'vitest';
import { MAX_TOKEN_LENGTH } from '../src/compact-jws.ts';
import { MAX_LIFETIME_SECONDS } from '../src/times.ts';
import {
  createVerifier,
  encodeJson,
  genuineClaims,
  mint,
  mintStaff,
  NOW_MS,
  NOW_SECONDS,
  outcomeOf,
  SECRET,
} from './setup.ts';

/** A limit, with the last accepted token and the first rejected one. */
interface Limit {
  limit: string;
  inside: string;
  outside: string;
  code: string;
}

const withTimes = (times: { exp?: number; nbf?: number; iat?: number }) =>
  mint(Object.fromEntries(Object.entries(times).map(([claim, offset]) => [claim, NOW_SECONDS + offset])));
const withGid = (digits: number) => mint({ sub: `gid://shopify/Customer/${'1'.repeat(digits)}` });
const withShop = (length: number) => mint({ dest: `${'a'.repeat(length)}.myshopify.com`, iss: undefined });
const withIssuerPath = (path: string) => mint({ iss: `https://sandbox.myshopify.com${path}` });

const limits: Limit[] = [
  {
    limit: 'exp 10 s ago, with the tolerance of 10 s',
    inside: withTimes({ iat: -100, nbf: -100, exp: -9 }),
    outside: withTimes({ iat: -100, nbf: -100, exp: -10 }),
    code: 'expired',
  },
  {
    limit: 'nbf 10 s ahead',
    inside: withTimes({ nbf: 10 }),
    outside: withTimes({ nbf: 11 }),
    code: 'not_yet_valid',
  },
  {
    limit: 'iat 10 s ahead',
    inside: withTimes({ iat: 10 }),
    outside: withTimes({ iat: 11 }),
    code: 'issued_in_future',
  },
  {
    limit: 'a lifetime of 600 s from iat',
    inside: withTimes({ exp: MAX_LIFETIME_SECONDS.buyer }),
    outside: withTimes({ exp: MAX_LIFETIME_SECONDS.buyer + 1 }),
    code: 'lifetime_too_long',
  },
  {
    limit: 'a lifetime of 600 s from an earlier nbf',
    inside: withTimes({ nbf: -300, exp: MAX_LIFETIME_SECONDS.buyer - 300 }),
    outside: withTimes({ nbf: -301, exp: MAX_LIFETIME_SECONDS.buyer - 300 }),
    code: 'lifetime_too_long',
  },
  {
    limit: 'nbf before exp',
    inside: withTimes({ nbf: 4, exp: 5 }),
    outside: withTimes({ nbf: 5, exp: 5 }),
    code: 'invalid_time',
  },
  {
    limit: 'iat before exp',
    inside: withTimes({ iat: 4, exp: 5 }),
    outside: withTimes({ iat: 5, exp: 5 }),
    code: 'invalid_time',
  },
  { limit: 'a customer id of 20 digits', inside: withGid(20), outside: withGid(21), code: 'bad_subject' },
  {
    limit: 'a user id of 20 digits',
    inside: mintStaff({ sub: '1'.repeat(20) }),
    outside: mintStaff({ sub: '1'.repeat(21) }),
    code: 'bad_subject',
  },
  { limit: 'a shop name of 63 characters', inside: withShop(63), outside: withShop(64), code: 'bad_dest' },
  {
    limit: 'a jti of 128 characters',
    inside: mint({ jti: 'x'.repeat(128) }),
    outside: mint({ jti: 'x'.repeat(129) }),
    code: 'bad_token_id',
  },
  {
    limit: 'a jti from ! to ~',
    inside: mint({ jti: '!~' }),
    outside: mint({ jti: '!~\x7f' }),
    code: 'bad_token_id',
  },
  {
    limit: 'a sid of 128 characters',
    inside: mintStaff({ sid: 'x'.repeat(128) }),
    outside: mintStaff({ sid: 'x'.repeat(129) }),
    code: 'bad_session_id',
  },
  {
    limit: 'eight segments in the path of iss',
    inside: withIssuerPath('/a'.repeat(8)),
    outside: withIssuerPath('/a'.repeat(9)),
    code: 'bad_issuer',
  },
  {
    limit: 'a segment of 64 characters in the path of iss',
    inside: withIssuerPath(`/${'a'.repeat(64)}`),
    outside: withIssuerPath(`/${'a'.repeat(65)}`),
    code: 'bad_issuer',
  },
  {
    limit: 'a token of 4096 characters',
    inside: ofLength(MAX_TOKEN_LENGTH),
    outside: ofLength(MAX_TOKEN_LENGTH + 1),
    code: 'token_too_large',
  },
];

describe('the limit', () => {
  test.each(limits)('$limit: the last token inside is accepted', async ({ inside }) => {
    expect(await outcomeOf(createVerifier(), inside)).toHaveProperty('kind');
  });

  test.each(limits)('$limit: the first token outside is rejected', async ({ outside, code }) => {
    expect(await outcomeOf(createVerifier(), outside)).toHaveProperty('code', code);
  });
});

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

/** Mints a genuine token of this length, padded with white space after its JSON. */
function ofLength(length: number): string {
  const header = encodeJson({ alg: 'HS256' });
  const payloadLength = length - header.length - 43 - 2;
  const json = JSON.stringify(genuineClaims());
  const payload = Buffer.from(json.padEnd(Math.floor((payloadLength * 3) / 4))).toString('base64url');
  const token = signSegments(header, payload, SECRET);
  if (token.length !== length) throw new Error(`made ${token.length} characters, not ${length}`);
  return token;
}
