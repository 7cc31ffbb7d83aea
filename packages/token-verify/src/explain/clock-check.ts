import { assertValidNow, type Clock, findTimeError, type TokenTimes } from '../times.ts';
import type { CheckList } from './check-list.ts';
import { displayDuration } from './display.ts';

/** The token's times relative to the clock, in whole seconds. */
export interface ClockReading {
  /** Negative for a token that was issued in the future. */
  issuedSecondsAgo: number;
  /** Negative for an expired token. */
  expiresInSeconds: number;
  /** The least difference by which this clock is behind the issuer's. 0 if the token shows none. */
  behindSeconds: number;
}

const VALIDITY = { id: 'validity', title: 'Valid now' };

/** Compares the times with the clock. */
export async function checkClock(
  times: TokenTimes | undefined,
  clock: Clock,
  list: CheckList,
): Promise<ClockReading | undefined> {
  const tolerance = displayDuration(clock.clockToleranceSeconds);
  const check = {
    ...VALIDITY,
    expected: `exp in the future, nbf and iat in the past; clocks may differ by ${tolerance}`,
  };
  if (!times) return list.skip(check, 'the times cannot be read');
  const reading = readClock(times, clock);
  const remedy = remedyFor(reading, findTimeError(times, clock));
  await list.run({ ...check, found: describe(reading), remedy }, () => assertValidNow(times, clock));
  return reading;
}

function readClock({ exp, nbf, iat }: TokenTimes, { nowSeconds }: Clock): ClockReading {
  return {
    issuedSecondsAgo: Math.round(nowSeconds - iat),
    expiresInSeconds: Math.round(exp - nowSeconds),
    behindSeconds: Math.max(0, Math.round(Math.max(iat, nbf) - nowSeconds)),
  };
}

function describe({ issuedSecondsAgo, expiresInSeconds, behindSeconds }: ClockReading): string {
  const issued =
    issuedSecondsAgo < 0
      ? `issued ${displayDuration(-issuedSecondsAgo)} in the future`
      : `issued ${displayDuration(issuedSecondsAgo)} ago`;
  const expires =
    expiresInSeconds <= 0
      ? `expired ${displayDuration(-expiresInSeconds)} ago`
      : `expires in ${displayDuration(expiresInSeconds)}`;
  const behind = behindSeconds > 0 ? `; this clock is at least ${displayDuration(behindSeconds)} behind` : '';
  return `${issued}, ${expires}${behind}`;
}

function remedyFor(
  { expiresInSeconds, behindSeconds }: ClockReading,
  error: ReturnType<typeof findTimeError>,
): string | undefined {
  if (error === undefined) return undefined;
  return error === 'expired'
    ? `Get a new token. If this one is new, this clock is ahead by more than ${displayDuration(-expiresInSeconds)}.`
    : `This clock is at least ${displayDuration(behindSeconds)} behind Shopify's. Synchronize it with NTP.`;
}
