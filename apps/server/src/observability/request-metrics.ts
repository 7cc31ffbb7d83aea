import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import type { Metrics } from './metrics.ts';
import type { RequestEnd } from './request-end.ts';

const TOKEN_ERROR_CODES: ReadonlySet<string> = new Set(SESSION_TOKEN_ERROR_CODES);

/** Returns a function that counts every response, its error code, and the outcome of every token's verification. */
export function createRequestMetrics(metrics: Metrics): (end: RequestEnd) => void {
  return ({ request, status, durationMs }) => {
    const { session, errorCode, method } = request;
    if (session) metrics.verified(session);
    else if (errorCode !== null && TOKEN_ERROR_CODES.has(errorCode)) metrics.rejected(errorCode);
    if (errorCode !== null) metrics.failed(errorCode);
    const route = request.routeOptions.url ?? 'unknown';
    metrics.responded({ method, route, status }, durationMs / 1000);
  };
}
