import { SessionTokenError } from './errors.ts';

/** In seconds since 1970-01-01T00:00:00Z (RFC 7519 §2, NumericDate). */
export interface TokenTimes {
  exp: number;
  nbf: number;
  iat: number;
}

export interface Clock {
  nowSeconds: number;
  clockToleranceSeconds: number;
}

/**
 * The longest accepted lifetime, from `iat` or `nbf`, whichever is earlier, to `exp`. Buyers: twice the
 * 5 minutes that Shopify documents for checkout and customer-account tokens. Staff: a day, because Shopify
 * documents 1 minute for admin tokens but no lifetime for POS tokens.
 */
export const MAX_LIFETIME_SECONDS = { buyer: 600, staff: 86_400 } as const;

/** The year 5138 in seconds, but 1973 in milliseconds: detects times in milliseconds. */
const MAX_TIME_SECONDS = 100_000_000_000;

/**
 * Rejects times that no session token of this kind has, whatever the current time is.
 *
 * @throws {SessionTokenError} `invalid_time`, `lifetime_too_long`
 */
export function parseTimes(
  claims: { exp?: unknown; nbf?: unknown; iat?: unknown },
  kind: keyof typeof MAX_LIFETIME_SECONDS,
): TokenTimes {
  const exp = parseTime('exp', claims.exp);
  const nbf = parseTime('nbf', claims.nbf);
  const iat = parseTime('iat', claims.iat);
  if (nbf >= exp) throw new SessionTokenError('invalid_time', 'nbf');
  if (iat >= exp) throw new SessionTokenError('invalid_time', 'iat');
  if (exp - Math.min(nbf, iat) > MAX_LIFETIME_SECONDS[kind]) {
    throw new SessionTokenError('lifetime_too_long', 'exp');
  }
  return { exp, nbf, iat };
}

/**
 * Rejects a token that is not valid at the current time.
 *
 * @throws {SessionTokenError} `expired`, `not_yet_valid`, `issued_in_future`
 */
export function assertValidNow(times: TokenTimes, clock: Clock): void {
  const error = findTimeError(times, clock);
  if (error) throw new SessionTokenError(error, FAULTY_CLAIM[error]);
}

type TimeError = keyof typeof FAULTY_CLAIM;

const FAULTY_CLAIM = { expired: 'exp', not_yet_valid: 'nbf', issued_in_future: 'iat' } as const;

/**
 * Returns why a token is not valid at the current time, if it is not. A token is valid from `nbf` on and
 * before `exp` (RFC 7519 §4.1.4, §4.1.5), and must not be issued in the future. All three allow for the clock
 * tolerance. Each comparison also fails when the clock returns NaN.
 */
export function findTimeError(times: TokenTimes, clock: Clock): TimeError | undefined {
  const { nowSeconds, clockToleranceSeconds } = clock;
  if (!(times.exp > nowSeconds - clockToleranceSeconds)) return 'expired';
  if (!(times.nbf <= nowSeconds + clockToleranceSeconds)) return 'not_yet_valid';
  if (!(times.iat <= nowSeconds + clockToleranceSeconds)) return 'issued_in_future';
  return undefined;
}

/** RFC 7519 allows fractions. Shopify issues whole seconds; anything else was not issued by Shopify. */
function parseTime(claim: keyof TokenTimes, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= MAX_TIME_SECONDS) {
    throw new SessionTokenError('invalid_time', claim);
  }
  return value;
}
