import cors, { type FastifyCorsOptions } from '@fastify/cors';
import fp from 'fastify-plugin';

/** Response headers that extensions may read, in addition to the CORS-safelisted ones. */
const EXPOSED_HEADERS = [
  'WWW-Authenticate',
  'Retry-After',
  'X-Request-Id',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Allow',
].join(', ');

/**
 * Allows any origin, `null` included, because Shopify may change the origins of extensions without notice. Allows
 * no credentials, because the token is the only one. The benchmarks' peers use the same options.
 *
 * @public
 */
export const CORS_OPTIONS: FastifyCorsOptions = {
  origin: '*',
  credentials: false,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  // By name, because `*` does not cover Authorization (Fetch standard, CORS-unsafe request-header names).
  allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
  exposedHeaders: EXPOSED_HEADERS,
  maxAge: 7200, // seconds; Chromium's own upper bound
  strictPreflight: false,
};

/**
 * Answers preflights and adds the CORS headers to every response, errors included. Registered before anything
 * that can reject a request.
 */
export const extensionCors = fp(
  async (app) => {
    await app.register(cors, CORS_OPTIONS);
  },
  { name: 'cors' },
);

/** The CORS header of responses that are written before Fastify has a request (parse errors, timeouts). */
export const RAW_CORS_HEADERS = { 'access-control-allow-origin': '*' } as const;
