import { parseApiBaseUrl } from './api-base-url.ts';
import { type BodyGuard, parseResponse } from './response.ts';
import type { ApiResult } from './result.ts';
import { withRetries } from './retry.ts';
import { type CallSignal, withTimeout } from './timeout.ts';

export interface ClientOptions {
  /** Base URL, such as `https://api.example.com`. HTTPS, or HTTP on the developer's own machine. See `readApiBaseUrl`. */
  apiBaseUrl: string;
  /** The host's token getter, called right before each attempt. The host caches tokens; the client keeps none. */
  getToken: () => Promise<string | undefined>;
  /** Default: the global `fetch` at the time of the request. */
  fetch?: typeof globalThis.fetch;
  /** Limit for a whole call: tokens, attempts and pauses. Default 10 000. */
  timeoutMs?: number;
  /** Creates the `traceparent` of each attempt. The API's CORS headers must allow it. Default: none is sent. */
  createTraceparent?: () => string;
}

export interface ApiRequest {
  /** Path from the root of the API, with a leading slash. */
  path: string;
  /** Default `GET`. These are the methods that the API's CORS headers allow. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Makes a write safe to retry. The same for all attempts. */
  idempotencyKey?: string;
  /** Ends the call: no further token, attempt or pause. */
  signal?: CallSignal | undefined;
}

/** Sends one request to the API. Never throws. */
export type SendRequest = <Value>(
  request: ApiRequest,
  isValid: BodyGuard<Value>,
) => Promise<ApiResult<Value>>;

/** Returns the function that every request goes through: a fresh token, a time limit, retries. */
export function createSender(options: ClientOptions): SendRequest {
  const baseUrl = parseApiBaseUrl(options.apiBaseUrl);

  return <Value>(request: ApiRequest, isValid: BodyGuard<Value>) =>
    withTimeout<Value>(options.timeoutMs ?? 10_000, request.signal, async (signal) =>
      baseUrl
        ? withRetries(isRepeatable(request), signal, () =>
            attempt(baseUrl + request.path, request, isValid, options, signal),
          )
        : { ok: false, reason: 'invalid_base_url' },
    );
}

/** A write without a key might run twice. */
const isRepeatable = ({ method = 'GET', idempotencyKey }: ApiRequest) =>
  method === 'GET' || Boolean(idempotencyKey);

/** Asks for a token, sends the request once and reads the response. */
async function attempt<Value>(
  url: string,
  request: ApiRequest,
  isValid: BodyGuard<Value>,
  options: ClientOptions,
  signal: CallSignal,
): Promise<ApiResult<Value>> {
  let token: string | undefined;
  try {
    token = await options.getToken();
  } catch {
    return { ok: false, reason: 'token_failed' };
  }
  if (!token) return { ok: false, reason: 'token_withheld' };
  // The caller already has a result, so a write must not be sent anymore.
  if (signal.aborted) return { ok: false, reason: 'aborted' };
  const fetch = options.fetch ?? globalThis.fetch;
  if (!fetch) return { ok: false, reason: 'fetch_blocked' };
  try {
    const response = await fetch(url, requestInit(request, token, signal, options.createTraceparent));
    return parseResponse(response, await response.text(), isValid);
  } catch (error) {
    return { ok: false, reason: isNetworkError(error) ? 'offline' : 'fetch_blocked' };
  }
}

function requestInit(
  { method = 'GET', body, idempotencyKey }: ApiRequest,
  token: string,
  signal: CallSignal,
  createTraceparent: ClientOptions['createTraceparent'],
): RequestInit {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  if (createTraceparent) headers.traceparent = createTraceparent();
  return {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    // The API never redirects, and a token must not follow a redirect to another server.
    redirect: 'error',
    // `fetch` rejects the fake signal of a worker without AbortController.
    signal: typeof AbortController === 'function' ? (signal as AbortSignal) : null,
  };
}

/**
 * Whether `fetch` failed as the Fetch standard says, with a TypeError or a DOMException. A host that blocks a call throws
 * another error: checkout a plain Error ("Fetches to the iframe's origin are not allowed"), POS an InsecureUrlError.
 */
const isNetworkError = (error: unknown) =>
  /^(Type|Abort|Network|Timeout)Error$/.test((error as Error | undefined)?.name ?? 'TypeError');
