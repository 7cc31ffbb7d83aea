import type { IncomingMessage } from 'node:http';

/**
 * Whether a request was sent to us by name. A page of another site whose name was made to resolve to
 * this machine (DNS rebinding) sends its own name.
 */
export function hasOwnHost(request: IncomingMessage, port: number): boolean {
  const { host } = request.headers;
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].some((own) => own === host);
}

/**
 * Whether the sandbox's own page sent it, as the browser attests (Fetch Metadata, W3C): neither a page
 * of another origin, nor the extension's worker, nor a program can mint a token or steer the proxy.
 * A request without these headers is refused.
 */
export function isFromOwnPage(request: IncomingMessage): boolean {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (site !== 'same-origin') return false;
  return origin === undefined ? request.method === 'GET' : origin === `http://${host}`;
}
