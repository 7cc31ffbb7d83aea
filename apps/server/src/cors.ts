import cors, { type FastifyCorsOptions } from '@fastify/cors';
import fp from 'fastify-plugin';

/** What an extension may read of a response, beside the body (Fetch standard, CORS-safelisted names aside). */
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
 * Any origin, `null` included, since Shopify may change those of extensions without notice (Shopify, network
 * access), and no credentials, since the token is the only one. The benchmarks' peers answer with the same.
 *
 * @public
 */
export const CORS_OPTIONS: FastifyCorsOptions = {
  origin: '*',
  credentials: false,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  // Named, because `*` does not cover Authorization (Fetch standard, CORS-unsafe request-header names).
  allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
  exposedHeaders: EXPOSED_HEADERS,
  maxAge: 7200, // seconds; Chromium's own upper bound
  strictPreflight: false,
};

/**
 * CORS for extensions. Registered before all else: it answers a preflight before authentication and puts its
 * headers on every response, errors too.
 */
export const extensionCors = fp(
  async (app) => {
    await app.register(cors, CORS_OPTIONS);
  },
  { name: 'cors' },
);

/** The CORS header of responses that are written before Fastify has a request (parse errors, time-outs). */
export const RAW_CORS_HEADERS = { 'access-control-allow-origin': '*' } as const;
