import type { Exchange } from '../../contract/exchange.ts';

/** Headers that curl sets itself, or that only browsers send. */
const LEFT_OUT =
  /^(host|connection|content-length|accept-encoding|user-agent|sec-.*|accept-language|referer)$/;

/**
 * Formats the request as a command for a POSIX shell. `authorization` replaces the recorded header, which
 * is shortened and therefore no token.
 */
export function toCurl(exchange: Exchange, apiOrigin: string, authorization?: string): string {
  const { method, path, proxiedPath, requestHeaders, requestBody } = exchange;
  const headers = Object.entries({ ...requestHeaders, ...(authorization && { authorization }) });
  return [
    // Without globbing: brackets and braces in a URL would be patterns.
    'curl -g -i',
    ...methodOption(method),
    quote(`${apiOrigin}${proxiedPath ?? path}`),
    ...headers
      .filter(([name]) => !LEFT_OUT.test(name))
      // An empty value needs the semicolon: curl drops a header without a value.
      .map(([name, value]) => `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(requestBody ? [`--data-raw ${quote(requestBody)}`] : []),
  ].join(' ');
}

/** `-X HEAD` would wait for a body. */
function methodOption(method: string): string[] {
  if (method === 'GET') return [];
  return [method === 'HEAD' ? '--head' : `-X ${method}`];
}

/** In single quotes, only the single quote is special. */
const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
