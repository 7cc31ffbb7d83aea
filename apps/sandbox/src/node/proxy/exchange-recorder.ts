import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import {
  type Exchange,
  type InjectedFault,
  MAX_BODY_CHARACTERS,
  type StartedExchange,
} from '../../contract/exchange.ts';
import { decode } from './decode.ts';
import type { Route } from './route.ts';

/** Maximum number of whole `Authorization` headers that are stored for "Copy as cURL". */
const MAX_AUTHORIZATIONS = 200;

/** How one exchange ended. Without a response, only `failure` is set. */
export interface ExchangeEnd {
  status?: number;
  headers?: IncomingHttpHeaders;
  body?: Buffer;
  failure?: string;
  refusedHost?: string;
  injected?: InjectedFault;
}

export interface RecorderOptions {
  onStart(exchange: StartedExchange): void;
  onEnd(exchange: Exchange): void;
}

/** Records exchanges: reports each when its request arrives, and again when it has ended. */
export function createExchangeRecorder({ onStart, onEnd }: RecorderOptions) {
  let count = 0;
  const authorizations = new Map<number, string>();

  /** Starts an exchange when a request arrives. Call the returned function when it has ended. */
  function begin(
    request: IncomingMessage,
    { url, path, to, withCredentials }: Pick<Route, 'url' | 'path' | 'to' | 'withCredentials'>,
  ) {
    const startedAt = performance.now();
    count += 1;
    const id = count;
    const { authorization, origin } = request.headers;
    if (authorization) authorizations.set(id, authorization);
    authorizations.delete(id - MAX_AUTHORIZATIONS);
    const started: StartedExchange = {
      id,
      method: request.method ?? '',
      path,
      isForApp: to === 'app',
      ...(url && { destination: url.origin, proxiedPath: request.url ?? '' }),
      ...(origin !== undefined && { origin }),
      ...(withCredentials && { withCredentials }),
      preflight: request.method === 'OPTIONS' && 'access-control-request-method' in request.headers,
      requestHeaders: plainHeaders(request.headers),
    };
    onStart(started);
    return function end(
      requestBody: Buffer,
      { status, failure, refusedHost, injected, headers, body }: ExchangeEnd,
    ): void {
      onEnd({
        ...started,
        ...(status !== undefined && { status }),
        ...(failure !== undefined && { failure }),
        ...(refusedHost !== undefined && { refusedHost }),
        ...(injected !== undefined && { injected }),
        durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
        requestBody: bodyText(requestBody),
        responseHeaders: plainHeaders(headers ?? {}),
        responseBody: bodyText(decode(body, headers?.['content-encoding'])),
      });
    };
  }

  return {
    begin,
    /** Returns the header as sent; `undefined` if there was none, or for an old exchange. */
    authorizationOf: (exchangeId: number) => authorizations.get(exchangeId),
  };
}

export type ExchangeRecorder = ReturnType<typeof createExchangeRecorder>;
export type BeginExchange = ExchangeRecorder['begin'];

const plainHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
      return [name, name === 'authorization' ? shortenAuthorization(text) : text];
    }),
  );

/** `Bearer eyJhbGciOiJI… (398 characters)`: enough to recognize, too little to use. */
export function shortenAuthorization(value: string): string {
  const [scheme = '', token] = value.split(' ', 2);
  if (!token) return value.length > 24 ? `${value.slice(0, 12)}…` : value;
  return token.length > 24 ? `${scheme} ${token.slice(0, 12)}… (${token.length} characters)` : value;
}

function bodyText(body: Buffer | undefined): string {
  const text = body?.toString() ?? '';
  return text.length > MAX_BODY_CHARACTERS ? `${text.slice(0, MAX_BODY_CHARACTERS)}…` : text;
}
