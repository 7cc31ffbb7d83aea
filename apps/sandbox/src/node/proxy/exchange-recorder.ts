import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Exchange } from '../../contract/exchange.ts';

const MAX_BODY_CHARACTERS = 16 * 1024;

/** How one exchange ended. Every field but the failure is absent where no answer came. */
export interface Outcome {
  status?: number;
  headers?: IncomingHttpHeaders;
  body?: Buffer;
  failure?: string;
}

/** How many whole `Authorization` headers are kept for those who ask. */
const MAX_AUTHORIZATIONS = 200;

/** Puts exchanges down, in the order in which they end, and hands each to `onExchange`. */
export function createExchangeRecorder(onExchange: (exchange: Exchange) => void) {
  let count = 0;
  const authorizations = new Map<number, string>();

  /** Call it when a request arrives, and what it returns once the exchange has ended. */
  function begin(request: IncomingMessage) {
    const startedAt = performance.now();
    return function end(requestBody: Buffer, outcome: Outcome): void {
      count += 1;
      if (request.headers.authorization) authorizations.set(count, request.headers.authorization);
      authorizations.delete(count - MAX_AUTHORIZATIONS);
      onExchange({
        id: count,
        method: request.method ?? '',
        path: request.url ?? '',
        ...(request.headers.origin !== undefined && { origin: request.headers.origin }),
        preflight: request.method === 'OPTIONS' && 'access-control-request-method' in request.headers,
        ...(outcome.status !== undefined && { status: outcome.status }),
        ...(outcome.failure !== undefined && { failure: outcome.failure }),
        durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
        requestHeaders: plainHeaders(request.headers),
        requestBody: bodyText(requestBody),
        responseHeaders: plainHeaders(outcome.headers ?? {}),
        responseBody: bodyText(outcome.body),
      });
    };
  }

  return {
    begin,
    /** The header as it was sent; `undefined` where there was none, or long ago. */
    authorizationOf: (exchangeId: number) => authorizations.get(exchangeId),
  };
}

export type ExchangeRecorder = ReturnType<typeof createExchangeRecorder>;
export type BeginExchange = ExchangeRecorder['begin'];

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
    plain[name] = name === 'authorization' ? shortenAuthorization(text) : text;
  }
  return plain;
}

/** `Bearer eyJhbGciOiJI… (398 characters)`: enough to recognise, too little to use. */
export function shortenAuthorization(value: string): string {
  const [scheme = '', token] = value.split(' ', 2);
  if (!token) return value.length > 24 ? `${value.slice(0, 12)}…` : value;
  return token.length > 24 ? `${scheme} ${token.slice(0, 12)}… (${token.length} characters)` : value;
}

function bodyText(body: Buffer | undefined): string {
  const text = body?.toString() ?? '';
  return text.length > MAX_BODY_CHARACTERS ? `${text.slice(0, MAX_BODY_CHARACTERS)}…` : text;
}
