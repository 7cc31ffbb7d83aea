declare const process: { env: { APP_URL?: string } };

/**
 * Returns the API's base URL from the build (`APP_URL`), or '' if the build had none.
 *
 * The Shopify CLI replaces the expression below with a string literal. Without `APP_URL` the expression stays, and throws
 * in a worker, which has no `process`. Do not check for `process` first, because that skips the literal. Do not read any
 * other variable in an extension: the CLI inlines every variable that it finds, including secrets.
 */
export function readApiBaseUrl(): string {
  try {
    return process.env.APP_URL ?? '';
  } catch {
    return '';
  }
}

/**
 * Matches HTTPS, or HTTP to the developer's own machine, with an optional port and path. The path has plain segments only,
 * because `..` and percent-encoding would change it. A pattern, because an extension's worker may lack `URL`.
 */
const BASE_URL =
  /^(?:https:\/\/[\w-]+(?:\.[\w-]+)*|http:\/\/(?:localhost|127\.0\.0\.1|\[::1]))(?::([1-9]\d{0,4}))?(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)*$/i;

/** Returns the base URL without trailing slashes, or undefined if a bearer token must not go there. */
export function parseApiBaseUrl(unverifiedUrl: string): string | undefined {
  const url = unverifiedUrl.trim().replace(/\/+$/, '');
  const match = BASE_URL.exec(url);
  return match && Number(match[1] ?? 0) < 65_536 ? url : undefined;
}
