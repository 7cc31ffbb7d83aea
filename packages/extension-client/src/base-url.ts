const HTTPS = 'https://[^\\s/?#@\\\\]+';
const LOOPBACK = 'http://(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?';
const BASE_URL = new RegExp(`^(?:${HTTPS}|${LOOPBACK})(?:/[^\\s?#\\\\]*)?$`, 'i');

/**
 * The base URL without trailing slashes, or undefined if it is not one to send a bearer token to:
 * plain HTTP is for the developer's own machine alone. A worker need not have `URL`, hence the pattern.
 */
export function parseBaseUrl(unverifiedUrl: string): string | undefined {
  const url = unverifiedUrl.trim().replace(/\/+$/, '');
  return BASE_URL.test(url) ? url : undefined;
}
