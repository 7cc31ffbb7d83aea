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
 * Allows any origin, including `null`, because Shopify may change the origins of extensions without notice. Allows no
 * credentials, because the API uses only the token. The benchmarks' peers use the same options.
 *
 * @public
 */
export const CORS_OPTIONS: FastifyCorsOptions = {
  origin: '*',
  credentials: false,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  // Listed by name, because `*` does not cover Authorization (Fetch standard, CORS-unsafe request-header names).
  allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'traceparent'],
  exposedHeaders: EXPOSED_HEADERS,
  maxAge: 7200, // seconds; Chromium allows no more
  strictPreflight: false,
};

/**
 * Answers preflights and adds the CORS headers to every response, including errors. Must be registered
 * before anything that can reject a request.
 */
export const extensionCors = fp(
  async (app) => {
    await app.register(cors, CORS_OPTIONS);
  },
  { name: 'cors' },
);

/** CORS header for responses that are sent before Fastify has a request (parse errors, timeouts). */
export const RAW_CORS_HEADERS = { 'access-control-allow-origin': '*' } as const;
