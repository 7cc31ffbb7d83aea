import { SessionTokenError } from './errors.ts';

/** All in seconds since 1970-01-01T00:00:00Z (RFC 7519 §2, NumericDate). */
export interface TokenTimes {
  exp: number;
  nbf: number;
  iat: number;
}

/** The verifier's clock when it looked at a token. */
export interface Instant {
  nowSeconds: number;
  clockToleranceSeconds: number;
}

/**
 * The longest life that is accepted, from `iat` or `nbf`, whichever is earlier, to `exp`. Shopify
 * documents 5 minutes for checkout and customer-account tokens and 1 minute for admin ones, but only
 * "short" for POS: twice the longest documented life leaves room for that, and refuses what a script
 * signs by hand for an hour, a day or for good.
 */
export const MAX_LIFETIME_SECONDS = 600;

/** In seconds the year 5138, in milliseconds 1973: tells milliseconds apart from any honest time. */
const MAX_TIME_SECONDS = 100_000_000_000;

/**
 * Refuses times that no session token has, whatever the clock says.
 *
 * @throws {SessionTokenError} `invalid_time`, `lifetime_too_long`
 */
export function parseTimes(claims: { exp?: unknown; nbf?: unknown; iat?: unknown }): TokenTimes {
  const exp = parseTime('exp', claims.exp);
  const nbf = parseTime('nbf', claims.nbf);
  const iat = parseTime('iat', claims.iat);
  if (nbf >= exp) throw new SessionTokenError('invalid_time', 'nbf');
  if (iat >= exp) throw new SessionTokenError('invalid_time', 'iat');
  if (exp - Math.min(nbf, iat) > MAX_LIFETIME_SECONDS)
    throw new SessionTokenError('lifetime_too_long', 'exp');
  return { exp, nbf, iat };
}

/**
 * Refuses a token outside of its life.
 *
 * @throws {SessionTokenError} `expired`, `not_yet_valid`, `issued_in_future`
 */
export function assertWithinLife(times: TokenTimes, instant: Instant): void {
  const fault = findLifeFault(times, instant);
  if (fault) throw new SessionTokenError(fault, CLAIM_AT_FAULT[fault]);
}

type LifeFault = 'expired' | 'not_yet_valid' | 'issued_in_future';

const CLAIM_AT_FAULT = { expired: 'exp', not_yet_valid: 'nbf', issued_in_future: 'iat' } as const;

/**
 * A token is valid from `nbf` on and before `exp` (RFC 7519 §4.1.4, §4.1.5), and not issued in the
 * future, give or take the tolerance. Each comparison is written so that a clock that gives NaN refuses.
 */
export function findLifeFault(times: TokenTimes, instant: Instant): LifeFault | undefined {
  const { nowSeconds, clockToleranceSeconds } = instant;
  if (!(times.exp > nowSeconds - clockToleranceSeconds)) return 'expired';
  if (!(times.nbf <= nowSeconds + clockToleranceSeconds)) return 'not_yet_valid';
  if (!(times.iat <= nowSeconds + clockToleranceSeconds)) return 'issued_in_future';
  return undefined;
}

/**
 * RFC 7519 would allow fractions; Shopify issues whole seconds, so a fraction, like `1e400`, a string
 * or a negative number, tells of another maker.
 */
function parseTime(claim: keyof TokenTimes, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= MAX_TIME_SECONDS) {
    throw new SessionTokenError('invalid_time', claim);
  }
  return value;
}
