import type { Accepts } from './answer.ts';
import { type ApiRequest, attempt } from './attempt.ts';
import { parseBaseUrl } from './base-url.ts';
import type { ApiResult } from './result.ts';
import { retryPauseMs } from './retry.ts';
import { type TimeLimit, withinTimeLimit } from './time-limit.ts';

export interface CallOptions {
  /** Where the API is, such as `https://api.example.com`: HTTPS, or HTTP on the own machine. */
  apiBaseUrl: string;
  /** The host's token getter, asked right before each attempt: caching is the host's business. */
  getToken: () => Promise<string | undefined>;
  /** Default: the global one, as it is when a request is sent. */
  fetch?: typeof globalThis.fetch;
  /** Limit for one whole call: tokens, attempts, pauses. Default 10 000. */
  timeoutMs?: number;
}

/** The one path that every request takes. */
export type Call = <Value>(request: ApiRequest, accepts: Accepts<Value>) => Promise<ApiResult<Value>>;

/** Gives each call its time limit and its retries. */
export function createCall({ apiBaseUrl, getToken, fetch, timeoutMs = 10_000 }: CallOptions): Call {
  const baseUrl = parseBaseUrl(apiBaseUrl);

  return async <Value>(request: ApiRequest, accepts: Accepts<Value>): Promise<ApiResult<Value>> => {
    if (!baseUrl) return { ok: false, reason: 'invalid_base_url' };

    const untilSettled = async (limit: TimeLimit): Promise<ApiResult<Value>> => {
      let isTokenRenewed = false;
      let retries = 0;
      while (true) {
        const result = await attempt(request, accepts, { baseUrl, getToken, fetch, limit });
        if (result.ok) return result;
        if (result.reason === 'refused' && result.code === 'expired' && !isTokenRenewed) {
          // Refused before anything was done: even a write without a key may be sent again.
          isTokenRenewed = true;
          continue;
        }
        const pauseMs = retryPauseMs(request, result, retries++);
        if (pauseMs === undefined) return result;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    };
    return withinTimeLimit<ApiResult<Value>>(timeoutMs, { ok: false, reason: 'timeout' }, untilSettled);
  };
}
