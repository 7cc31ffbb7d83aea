import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { globalAgent, request as requestHttps } from 'node:https';
import { readBody } from '../http/read-body.ts';
import type { UpstreamResponse } from './server-modes.ts';

export interface Upstream {
  /** A name or an address, without brackets. */
  host: string;
  port: number;
  /** Whether it speaks HTTPS. Default false. */
  isSecure?: boolean;
}

/** Returns the origin of a server. */
export const originOf = ({ host, port, isSecure }: Upstream): string =>
  new URL(`${isSecure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;

export interface ForwardedRequest {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Size limit, above any request or response of an extension. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Forwards a request and reads the whole response. Rejects if the upstream connection fails in any way. */
export function forward(
  { method, url, headers, body }: ForwardedRequest,
  upstream: Upstream,
  signal: AbortSignal,
): Promise<UpstreamResponse> {
  return new Promise((resolve, reject) => {
    const { host, port, isSecure } = upstream;
    const send = isSecure ? requestHttps : requestHttp;
    const request = send({
      host,
      port,
      method,
      path: url,
      headers: { ...requestHeaders(headers, body), host: new URL(originOf(upstream)).host },
      // Other machines may be reachable only through the proxy of NODE_USE_ENV_PROXY, which this agent follows.
      agent: isSecure ? globalAgent : false,
      signal,
    });
    let responded = false;
    request.on('response', (response: IncomingMessage) => {
      responded = true;
      readBody(response, MAX_BODY_BYTES).then((content) => {
        if (!content) return reject(new Error('the response is larger than 16 MB'));
        resolve({ status: response.statusCode ?? 502, rawHeaders: response.rawHeaders, body: content });
      }, reject);
    });
    // Without a listener, Node ends the connection and emits nothing else.
    request.on('upgrade', (_response, socket) => {
      socket.on('error', reject).destroy();
      reject(new Error('the server switched protocols'));
    });
    request.on('error', reject);
    request.on('close', () => {
      if (!responded) reject(new Error('the connection was closed'));
    });
    request.end(body);
  });
}

function requestHeaders(headers: IncomingHttpHeaders, body: Buffer): IncomingHttpHeaders {
  const forwarded = Object.entries(headers).filter(
    ([name]) => !HOP_BY_HOP.test(name) && !NOT_FORWARDED.test(name),
  );
  const hasBody = 'transfer-encoding' in headers || 'content-length' in headers;
  return {
    ...Object.fromEntries(forwarded),
    ...(hasBody && { 'content-length': String(body.length) }),
  };
}

/** `Host` names this proxy. Cookies belong to all programs at 127.0.0.1: browsers do not separate ports. */
const NOT_FORWARDED = /^(cookie|expect|host)$/;

/** Headers that concern one connection only (RFC 9110 §7.6.1); Node writes its own. */
const HOP_BY_HOP =
  /^(connection|keep-alive|proxy-authenticate|proxy-authorization|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i;

/** Returns the headers to forward, without hop-by-hop headers and those that `Connection` names. */
export function withoutHopByHop(rawHeaders: readonly string[]): string[] {
  const pairs = pairsOf(rawHeaders);
  const named = pairs
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) =>
      value
        .toLowerCase()
        .split(',')
        .map((name) => name.trim()),
    );
  return pairs.filter(([name]) => !HOP_BY_HOP.test(name) && !named.includes(name.toLowerCase())).flat();
}

/** Removes headers that would change what other programs at 127.0.0.1 have stored in the browser. */
export const withoutStorage = (rawHeaders: readonly string[]): string[] =>
  pairsOf(rawHeaders)
    .filter(([name]) => !/^(set-cookie|clear-site-data)$/i.test(name))
    .flat();

export const plainHeaders = (rawHeaders: readonly string[]): IncomingHttpHeaders =>
  Object.fromEntries(pairsOf(rawHeaders).map(([name, value]) => [name.toLowerCase(), value]));

function pairsOf(rawHeaders: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index]!, rawHeaders[index + 1]!]);
  }
  return pairs;
}
