import type { Claims, Forge } from './forge.ts';
import { type Build, type HostileToken, hostile } from './row.ts';

type ClaimsAt = (nowSeconds: number) => Claims;
const mintAt =
  (claims: ClaimsAt): Build =>
  ({ mint, nowSeconds }: Forge) =>
    mint(claims(nowSeconds));

const time = (code: string, claim: string, name: string, build: Build) =>
  hostile('times', code, claim, name, build);
const invalid = (claim: string, name: string, build: Build) =>
  time('invalid_time', claim, `${claim} ${name}`, build);

const VALUES: readonly [name: string, value: (nowSeconds: number) => unknown][] = [
  ['null', () => null],
  ['as a string of digits', (now) => String(now)],
  ['as an empty string', () => ''],
  ['as a date in words', () => '2026-01-15T12:00:00Z'],
  ['true', () => true],
  ['as a list', (now) => [now]],
  ['as an object', (now) => ({ valueOf: now })],
  ['in milliseconds', (now) => now * 1000],
  ['in microseconds', (now) => now * 1_000_000],
  ['negative', (now) => -now],
  ['-1', () => -1],
  ['with a fraction', (now) => now + 0.5],
  ['with the smallest possible fraction', (now) => now + 2 ** -20],
  ['of 2^53', () => 2 ** 53],
  ['of 1e300', () => 1e300],
];

/** Numbers that JSON.stringify does not write. */
const TEXTS: readonly [name: string, json: string][] = [
  ['of 1e400, which parses as Infinity', '1e400'],
  ['of -1e400, which parses as -Infinity', '-1e400'],
  ['of half a nanosecond', '0.5e-9'],
];

const malformed = ['exp', 'nbf', 'iat'].flatMap((claim) => [
  time(
    'missing_claim',
    claim,
    `${claim} left out`,
    mintAt(() => ({ [claim]: undefined })),
  ),
  ...VALUES.map(([name, value]) =>
    invalid(
      claim,
      name,
      mintAt((now) => ({ [claim]: value(now) })),
    ),
  ),
  ...TEXTS.map(([name, json]) => invalid(claim, name, ({ mintWithJson }) => mintWithJson(claim, json))),
]);

const disordered = ['nbf', 'iat'].flatMap((claim) => [
  invalid(
    claim,
    'after exp',
    mintAt((now) => ({ [claim]: now + 6, exp: now + 5 })),
  ),
  invalid(
    claim,
    'at exp',
    mintAt((now) => ({ [claim]: now + 5, exp: now + 5 })),
  ),
]);

/** For guests, because tokens of staff may be valid for a day. */
const tooLong = (name: string, claims: ClaimsAt) =>
  time('lifetime_too_long', 'exp', name, ({ mintGuest, nowSeconds }) => mintGuest(claims(nowSeconds)));

const longLifetimes = [
  tooLong('a lifetime of an hour', (now) => ({ exp: now + 3600 })),
  tooLong('a lifetime of a day', (now) => ({ exp: now + 86_400 })),
  tooLong('a lifetime until the year 2100', () => ({ exp: 4_102_444_800 })),
  tooLong('an iat of 1970', () => ({ iat: 0 })),
  tooLong('an nbf of 1970', () => ({ nbf: 0 })),
  tooLong('a short lifetime from iat, a long one from nbf', (now) => ({ nbf: now - 3600 })),
];

const validFrom = (now: number, from: number, until: number) => ({
  iat: now + from,
  nbf: now + from,
  exp: now + until,
});

const notValidNow = [
  time(
    'expired',
    'exp',
    'a token that expired an hour ago',
    mintAt((now) => validFrom(now, -3900, -3600)),
  ),
  time(
    'expired',
    'exp',
    'a token that expired a minute ago',
    mintAt((now) => validFrom(now, -360, -60)),
  ),
  time(
    'expired',
    'exp',
    'a token from 1970',
    mintAt(() => ({ iat: 0, nbf: 0, exp: 1 })),
  ),
  time(
    'not_yet_valid',
    'nbf',
    'a token that becomes valid in a minute',
    mintAt((now) => validFrom(now, 60, 360)),
  ),
  time(
    'issued_in_future',
    'iat',
    'a token that was issued a minute in the future, though valid by nbf',
    mintAt((now) => ({ iat: now + 60 })),
  ),
  // JSON.parse takes the last value, other parsers the first.
  time(
    'expired',
    'exp',
    'exp in the future and, after it, in the past',
    ({ mintWithJson, nowSeconds: now }) => mintWithJson('exp', `${now + 300},"iat":1,"nbf":1,"exp":2`),
  ),
];

export const TIMES: readonly HostileToken[] = [...malformed, ...disordered, ...longLifetimes, ...notValidNow];
