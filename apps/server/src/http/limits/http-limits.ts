import type { ServerOptions } from 'node:http';
import type { FastifyServerOptions } from 'fastify';

export interface HttpLimits extends FastifyServerOptions {
  http: ServerOptions;
  keepAliveTimeout: number;
  requestTimeout: number;
  connectionTimeout: number;
}

/** Milliseconds that a silent connection outlives its keep-alive timeout. */
const SILENCE_MARGIN_MS = 15_000;

/** Time and size limits of the HTTP server. The defaults of Fastify and Node leave several of them off. */
export function createHttpLimits({ keepAliveSeconds = 95 } = {}): HttpLimits {
  const keepAliveTimeout = keepAliveSeconds * 1000;
  return {
    bodyLimit: 16 * 1024, // bytes
    requestTimeout: 10_000, // ms for a whole request to arrive
    keepAliveTimeout, // ms; longer than the proxy's, or a proxy reuses a connection that is just being closed
    connectionTimeout: Math.max(90_000, keepAliveTimeout + SILENCE_MARGIN_MS), // ms without a byte in either direction
    routerOptions: { maxParamLength: 12 * 1024 }, // no limit below that of the head; the schemas of the routes decide
    http: {
      maxHeaderSize: 12 * 1024, // bytes; the largest token that is verified has 4 KiB
      headersTimeout: 5_000, // ms
      connectionsCheckingInterval: 1_000, // ms
    },
  };
}

export const HTTP_LIMITS = createHttpLimits();
