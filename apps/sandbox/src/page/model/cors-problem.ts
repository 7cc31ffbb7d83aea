import type { Exchange } from '../../contract/exchange.ts';

/**
 * Returns why the browser withholds a response from the extension, by the Fetch standard (§4.9, §4.10);
 * `undefined` if it does not. The extension itself gets a TypeError without a reason.
 */
export function corsProblem({
  preflight,
  status,
  responseHeaders,
  requestHeaders,
}: Exchange): string | undefined {
  if (status === undefined) return undefined;
  const origin = responseHeaders['access-control-allow-origin'];
  if (origin === undefined) return 'The response has no Access-Control-Allow-Origin.';
  if (origin !== '*' && origin !== requestHeaders.origin) {
    return `Access-Control-Allow-Origin is ${origin}, but the origin is ${requestHeaders.origin}.`;
  }
  if (!preflight) return undefined;
  if (status < 200 || status > 299) return `The preflight got status ${status}.`;
  const allowed = listOf(responseHeaders['access-control-allow-headers']);
  const missing = listOf(requestHeaders['access-control-request-headers']).find(
    // The wildcard does not cover Authorization.
    (name) => !allowed.includes(name) && !(allowed.includes('*') && name !== 'authorization'),
  );
  return missing && `Access-Control-Allow-Headers does not name ${missing}.`;
}

const listOf = (header = '') =>
  header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
