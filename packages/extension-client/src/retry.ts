import type { ApiFailure, ApiResult } from './result.ts';
import type { CallSignal } from './timeout.ts';

const MAX_RETRIES = 2;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 3_000;

/**
 * Repeats `send` until it succeeds, a retry cannot help, or `signal` aborts.
 *
 * @param isRepeatable whether the request may reach the server twice
 */
export async function withRetries<Value>(
  isRepeatable: boolean,
  signal: CallSignal,
  send: () => Promise<ApiResult<Value>>,
): Promise<ApiResult<Value>> {
  let isTokenRenewed = false;
  let retries = 0;
  while (!signal.aborted) {
    const result = await send();
    if (result.ok) return result;
    if (result.reason === 'rejected' && result.code === 'expired' && !isTokenRenewed) {
      // The server did nothing, so even a write without a key may be repeated.
      isTokenRenewed = true;
      continue;
    }
    const pauseMs = isRepeatable ? retryPauseMs(result, retries++) : undefined;
    if (pauseMs === undefined) return result;
    await pause(pauseMs, signal);
  }
  return { ok: false, reason: 'aborted' };
}

/** Returns undefined if a retry cannot help, or would keep the buyer waiting too long. */
function retryPauseMs(failure: ApiFailure, retriesDone: number): number | undefined {
  if (!isTransient(failure) || retriesDone >= MAX_RETRIES) return undefined;
  // Random, so that the clients of a recovering server do not all return at once.
  const backoffMs = FIRST_PAUSE_MS * (retriesDone + 1) * (1 + Math.random());
  const requestedMs = failure.reason === 'rejected' ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0;
  const pauseMs = Math.max(backoffMs, requestedMs);
  return pauseMs <= LONGEST_PAUSE_MS ? pauseMs : undefined;
}

function isTransient(failure: ApiFailure): boolean {
  if (failure.reason === 'rejected') {
    // 409: the same write is still pending. Its result is returned to the retry.
    return failure.retryable && [409, 429, 503].includes(failure.status);
  }
  // 502 to 504 without the API's error body come from a gateway whose server is down.
  if (failure.reason === 'unexpected_response') return [502, 503, 504].includes(failure.status);
  return failure.reason === 'offline';
}

const pause = (ms: number, signal: CallSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
