import type { Exchange } from '../../contract/exchange.ts';

/** Headers that curl makes itself, or that say nothing about the request. */
const LEFT_OUT =
  /^(host|connection|content-length|accept-encoding|user-agent|sec-.*|accept-language|referer)$/;

/**
 * The request as a command for a POSIX shell. `authorization` replaces what the exchange has of it, which
 * is shortened and no token any more.
 */
export function toCurl(exchange: Exchange, apiOrigin: string, authorization?: string): string {
  const { method, path, requestHeaders, requestBody } = exchange;
  const headers = Object.entries({ ...requestHeaders, ...(authorization && { authorization }) });
  return [
    'curl -i',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    quote(`${apiOrigin}${path}`),
    ...headers
      .filter(([name]) => !LEFT_OUT.test(name))
      .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(requestBody ? [`--data-raw ${quote(requestBody)}`] : []),
  ].join(' ');
}

/** In single quotes nothing is special but the single quote. */
const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
