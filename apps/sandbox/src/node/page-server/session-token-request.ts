import { isKnownTarget } from '../../contract/api-tables.ts';
import type { SessionTokenRequest } from '../../contract/endpoints.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import { hasFault, isTokenFault, isWithheld } from '../../contract/token-faults.ts';
import { MAX_SKEW_SECONDS } from '../../contract/url-state.ts';

const isId = (value: unknown): value is string => typeof value === 'string' && /^[1-9]\d{0,19}$/.test(value);

/** Parses a request for a token. Returns `undefined` if the sandbox cannot mint it. */
export function parseSessionTokenRequest(body: Record<string, unknown>): SessionTokenRequest | undefined {
  const { target, customer, user, fault, skewSeconds } = body;
  if (typeof target !== 'string' || !isKnownTarget(target)) return undefined;
  if (customer !== undefined && !isId(customer)) return undefined;
  if (user !== undefined && !isId(user)) return undefined;
  if (fault !== undefined && !isMintable(fault, target)) return undefined;
  if (skewSeconds !== undefined && !isSkew(skewSeconds)) return undefined;
  return {
    target,
    ...(customer && { customer }),
    ...(user && { user }),
    ...(fault !== undefined && { fault }),
    ...(skewSeconds && { skewSeconds }),
  };
}

const isMintable = (fault: unknown, target: string): fault is string =>
  isTokenFault(fault) && !isWithheld(fault) && hasFault(surfaceOf(target), fault);

const isSkew = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= MAX_SKEW_SECONDS;
