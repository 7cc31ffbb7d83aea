import type { ServerOptions } from 'node:http';
import type { FastifyServerOptions } from 'fastify';

export type HttpLimits = FastifyServerOptions & { http: ServerOptions };

/** Time and size limits of the HTTP server. Fastify's and Node's defaults leave several of them off. */
export const HTTP_LIMITS: HttpLimits = {
  bodyLimit: 16 * 1024, // bytes
  requestTimeout: 10_000, // ms for a whole request to arrive: slow senders are cut off
  keepAliveTimeout: 72_000, // ms; longer than the 60 s of common load balancers
  connectionTimeout: 90_000, // ms without a byte in either direction
  routerOptions: { maxParamLength: 12 * 1024 }, // no limit below that of the head; the schemas of the routes decide
  http: {
    maxHeaderSize: 12 * 1024, // bytes; the largest token that is looked at has 4 KiB
    headersTimeout: 5_000, // ms
    connectionsCheckingInterval: 1_000, // ms
  },
};
