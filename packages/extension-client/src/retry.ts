import type { ApiRequest } from './attempt.ts';
import type { ApiFailure } from './result.ts';

const MAX_RETRIES = 2;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 3_000;

/**
 * How long to pause before sending `request` again after `failure`; undefined where that is of no use,
 * may do a write twice, or would keep the buyer waiting too long.
 */
export function retryPauseMs(
  { method = 'GET', idempotencyKey }: ApiRequest,
  failure: ApiFailure,
  retriesDone: number,
): number | undefined {
  const isRepeatable = method === 'GET' || idempotencyKey !== undefined;
  if (!isRepeatable || !isTransient(failure) || retriesDone >= MAX_RETRIES) return undefined;
  // Spread, so that the clients of a server that comes back do not all return at once.
  const backoffMs = FIRST_PAUSE_MS * (retriesDone + 1) * (1 + Math.random());
  const askedMs = failure.reason === 'refused' ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0;
  const pauseMs = Math.max(backoffMs, askedMs);
  return pauseMs <= LONGEST_PAUSE_MS ? pauseMs : undefined;
}

function isTransient(failure: ApiFailure): boolean {
  switch (failure.reason) {
    case 'offline':
      return true;
    case 'refused':
      // 409: the same write, sent before, is still under way, and its answer will be given again.
      return failure.retryable && [409, 429, 503].includes(failure.status);
    case 'unexpected_response':
      // A gateway that finds the server away: bad gateway, unavailable, gateway timeout.
      return failure.status >= 502 && failure.status <= 504;
    default:
      return false;
  }
}
