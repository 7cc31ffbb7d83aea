import { SESSION_TOKEN_ERRORS } from '@session-token/token-verify';
import type { Metrics } from './metrics.ts';
import type { RequestEnd } from './request-end.ts';

/** Returns a function that counts every response, and the outcome of every token's verification. */
export function createRequestMetrics(metrics: Metrics): (end: RequestEnd) => void {
  return ({ request, status, durationMs }) => {
    const { session, errorCode, method } = request;
    if (session) metrics.verified(session);
    else if (errorCode !== null && Object.hasOwn(SESSION_TOKEN_ERRORS, errorCode))
      metrics.rejected(errorCode);
    const route = request.routeOptions.url ?? 'unknown';
    metrics.responded({ method, route, status }, durationMs / 1000);
  };
}
