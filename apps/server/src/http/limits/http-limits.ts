import type { ServerOptions } from 'node:http';
import type { FastifyServerOptions } from 'fastify';

export interface HttpLimits extends FastifyServerOptions {
  http: ServerOptions;
  keepAliveTimeout: number;
  requestTimeout: number;
  connectionTimeout: number;
}

/** Milliseconds between the keep-alive timeout and the timeout of a silent connection. */
const SILENCE_MARGIN_MS = 15_000;

/** Returns time and size limits of the HTTP server. Fastify and Node turn several of them off by default. */
export function createHttpLimits({ keepAliveSeconds = 95 } = {}): HttpLimits {
  const keepAliveTimeout = keepAliveSeconds * 1000;
  return {
    bodyLimit: 16 * 1024, // bytes
    requestTimeout: 10_000, // ms for a whole request to arrive
    keepAliveTimeout, // ms; longer than the proxy's, or the proxy reuses a connection that is being closed
    connectionTimeout: Math.max(90_000, keepAliveTimeout + SILENCE_MARGIN_MS), // ms without a byte in either direction
    routerOptions: { maxParamLength: 12 * 1024 }, // as large as the headers; the routes' schemas set the limits
    http: {
      maxHeaderSize: 12 * 1024, // bytes; a token has at most 4 KiB
      headersTimeout: 5_000, // ms
      connectionsCheckingInterval: 1_000, // ms
    },
  };
}

export const HTTP_LIMITS = createHttpLimits();
