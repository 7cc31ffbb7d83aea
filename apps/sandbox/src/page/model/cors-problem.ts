import type { Exchange } from '../../contract/exchange.ts';

/**
 * Returns why the browser withholds a response from the extension, by the Fetch standard (§4.9, §4.10);
 * `undefined` if it does not. The extension itself gets a TypeError without a reason.
 */
export function corsProblem({
  preflight,
  withCredentials,
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
  if (withCredentials && origin === '*') {
    return `Access-Control-Allow-Origin is *, which does not suffice for credentials: 'include'.`;
  }
  if (withCredentials && responseHeaders['access-control-allow-credentials'] !== 'true') {
    return `Access-Control-Allow-Credentials is not true, which credentials: 'include' requires.`;
  }
  if (!preflight) return undefined;
  if (status < 200 || status > 299) return `The preflight got status ${status}.`;
  const allowed = listOf(responseHeaders['access-control-allow-headers']);
  const missing = listOf(requestHeaders['access-control-request-headers']).find(
    // The wildcard does not cover Authorization, and nothing if there are credentials.
    (name) =>
      !allowed.includes(name) && (withCredentials || !allowed.includes('*') || name === 'authorization'),
  );
  return missing && `Access-Control-Allow-Headers does not name ${missing}.`;
}

const listOf = (header = '') =>
  header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
