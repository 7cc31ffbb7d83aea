import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { RequestEnd } from './request-end.ts';

/**
 * Returns a function that writes one line per request, with the route's pattern and without URL, headers and body.
 * Once the token is verified, the line names the shop and the staff user, but never a customer.
 */
export function createRequestLog(logger: FastifyBaseLogger): (end: RequestEnd) => void {
  return ({ request, status, durationMs, code }) => {
    if (isQuiet(request)) return;
    const line = {
      reqId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status,
      durationMs: Math.round(durationMs * 10) / 10,
      kind: request.session?.kind,
      shop: request.session?.shop,
      userId: request.session?.kind === 'staff' ? request.session.userId : undefined,
      code,
    };
    logger.info(line, 'request'); // the request's own logger takes 2 µs more per line
  };
}

const ABOVE_INFO: ReadonlySet<string | undefined> = new Set(['warn', 'error', 'fatal', 'silent']);

/** Whether the route sets a log level above the request line's, as health probes do. */
export function isQuiet({ routeOptions }: FastifyRequest): boolean {
  return ABOVE_INFO.has(routeOptions.logLevel);
}
