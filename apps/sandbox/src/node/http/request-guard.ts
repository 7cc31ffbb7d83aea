import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { KEY_HEADER } from '../../contract/endpoints.ts';

/**
 * Whether a request names this server in `Host`. After DNS rebinding, another site's page sends its own name.
 */
export function hasOwnHost(request: IncomingMessage, port: number): boolean {
  const { host } = request.headers;
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].some((own) => own === host);
}

/**
 * Whether the browser attests that the sandbox's own page sent the request (Fetch Metadata, W3C). Rejects
 * pages of other origins, including other ports of this machine, the extension's worker, and requests
 * without these headers. Writes must also name the page's origin.
 */
export function isFromOwnPage(request: IncomingMessage): boolean {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (site !== 'same-origin') return false;
  return origin === undefined ? request.method === 'GET' : origin === `http://${host}`;
}

/** Whether the request carries one of these keys. Local programs can forge every header but this one. */
export function hasKey(request: IncomingMessage, keys: readonly string[]): boolean {
  const given = Buffer.from(String(request.headers[KEY_HEADER] ?? ''));
  return keys.some((key) => {
    const expected = Buffer.from(key);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
