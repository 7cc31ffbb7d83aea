declare const process: { env: { APP_URL?: string } };

/**
 * Returns the API's base URL as it was built in (`APP_URL`), or '' if the build had none.
 *
 * The Shopify CLI replaces the expression below with a string literal. A build without `APP_URL` leaves it, and it
 * throws in a worker, which has no `process`. Do not test for `process` first: that skips the literal.
 * Name no other variable in an extension: the CLI inlines every variable it finds, secrets included.
 */
export function readApiBaseUrl(): string {
  try {
    return process.env.APP_URL ?? '';
  } catch {
    return '';
  }
}

/**
 * HTTPS, or HTTP to the developer's own machine; then a port, then a path of plain segments: `..` and percent-encoding
 * would lead to another path than the one written. A pattern, since an extension's worker may lack `URL`.
 */
const BASE_URL =
  /^(?:https:\/\/[\w-]+(?:\.[\w-]+)*|http:\/\/(?:localhost|127\.0\.0\.1|\[::1]))(?::([1-9]\d{0,4}))?(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)*$/i;

/** Returns the base URL without trailing slashes, or undefined if a bearer token must not go there. */
export function parseApiBaseUrl(unverifiedUrl: string): string | undefined {
  const url = unverifiedUrl.trim().replace(/\/+$/, '');
  const match = BASE_URL.exec(url);
  return match && Number(match[1] ?? 0) < 65_536 ? url : undefined;
}
