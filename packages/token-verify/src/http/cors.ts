/**
 * Lets extensions read a response. Any origin may, including `null`, because Shopify may change the origins of
 * extensions without notice. No credentials are allowed, because only the token authenticates a request.
 */
export const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'WWW-Authenticate, Retry-After, X-Request-Id',
} as const;

/** The response to a preflight, in addition to `CORS_HEADERS`. A preflight carries no token. */
export const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  // Listed by name, because `*` does not cover Authorization (Fetch standard, CORS-unsafe request-header names).
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key',
  'access-control-max-age': '7200', // seconds; Chromium allows no more
} as const;
