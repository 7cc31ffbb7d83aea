import { describe, test } from 'vitest';
import { expectRejected, type HostileCase, mint, mintWithJson, NOW_MS, NOW_SECONDS } from './setup.ts';

const TIMES = ['exp', 'nbf', 'iat'] as const;

const invalid = (claim: string, attack: string, token: string): HostileCase => ({
  attack: `${claim} ${attack}`,
  token,
  code: 'invalid_time',
  claim,
});

const malformedTimes: HostileCase[] = TIMES.flatMap((claim) => [
  { attack: `${claim} left out`, token: mint({ [claim]: undefined }), code: 'missing_claim', claim },
  ...(
    [
      ['null', null],
      ['as a string of digits', String(NOW_SECONDS)],
      ['as an empty string', ''],
      ['as a date in words', '2026-01-15T12:00:00Z'],
      ['true', true],
      ['as a list', [NOW_SECONDS]],
      ['as an object', { valueOf: NOW_SECONDS }],
      ['in milliseconds', NOW_MS],
      ['in microseconds', NOW_MS * 1000],
      ['negative', -NOW_SECONDS],
      ['-1', -1],
      ['with a fraction', NOW_SECONDS + 0.5],
      ['with the smallest fraction there is', NOW_SECONDS + 2 ** -20],
      ['of 2^53', 2 ** 53],
      ['of 1e300', 1e300],
    ] as const
  ).map(([attack, value]) => invalid(claim, attack, mint({ [claim]: value }))),
  invalid(claim, 'of 1e400, which parses as Infinity', mintWithJson(claim, '1e400')),
  invalid(claim, 'of -1e400, which parses as -Infinity', mintWithJson(claim, '-1e400')),
  invalid(claim, 'of half a nanosecond', mintWithJson(claim, '0.5e-9')),
]);

const disorderedTimes: HostileCase[] = [
  invalid('nbf', 'after exp', mint({ nbf: NOW_SECONDS + 6, exp: NOW_SECONDS + 5 })),
  invalid('nbf', 'at exp', mint({ nbf: NOW_SECONDS + 5, exp: NOW_SECONDS + 5 })),
  invalid('iat', 'after exp', mint({ iat: NOW_SECONDS + 6, exp: NOW_SECONDS + 5 })),
  invalid('iat', 'at exp', mint({ iat: NOW_SECONDS + 5, exp: NOW_SECONDS + 5 })),
];

const tooLong = (attack: string, claims: Record<string, unknown>): HostileCase => ({
  attack,
  token: mint(claims),
  code: 'lifetime_too_long',
  claim: 'exp',
});

const longLifetimes: HostileCase[] = [
  tooLong('a lifetime of an hour', { exp: NOW_SECONDS + 3600 }),
  tooLong('a lifetime of a day', { exp: NOW_SECONDS + 86_400 }),
  tooLong('a lifetime until the year 2100', { exp: 4_102_444_800 }),
  tooLong('an iat of 1970', { iat: 0 }),
  tooLong('an nbf of 1970', { nbf: 0 }),
  tooLong('a short lifetime from iat, a long one from nbf', { nbf: NOW_SECONDS - 3600 }),
];

const notValidNow: HostileCase[] = [
  {
    attack: 'a token that expired an hour ago',
    token: mint(validity(-3900, -3600)),
    code: 'expired',
    claim: 'exp',
  },
  {
    attack: 'a token that expired a minute ago',
    token: mint(validity(-360, -60)),
    code: 'expired',
    claim: 'exp',
  },
  {
    attack: 'a token from 1970',
    token: mint({ iat: 0, nbf: 0, exp: 1 }),
    code: 'expired',
    claim: 'exp',
  },
  {
    attack: 'a token that becomes valid in a minute',
    token: mint(validity(60, 360)),
    code: 'not_yet_valid',
    claim: 'nbf',
  },
  {
    attack: 'a token that was issued a minute in the future, though valid by nbf',
    token: mint({ iat: NOW_SECONDS + 60 }),
    code: 'issued_in_future',
    claim: 'iat',
  },
];

describe('wrong times', () => {
  test.each(malformedTimes)('are rejected: $attack', expectRejected);
  test.each(disorderedTimes)('are rejected: $attack', expectRejected);
  test.each(longLifetimes)('are rejected: $attack', expectRejected);
  test.each(notValidNow)('are rejected: $attack', expectRejected);
});

function validity(issuedIn: number, expiresIn: number) {
  return { iat: NOW_SECONDS + issuedIn, nbf: NOW_SECONDS + issuedIn, exp: NOW_SECONDS + expiresIn };
}
