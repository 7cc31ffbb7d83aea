import { type Accepts, readAnswer } from './answer.ts';
import type { ApiResult } from './result.ts';
import type { TimeLimit } from './time-limit.ts';

export interface ApiRequest {
  /** From the root of the API, with a leading slash. */
  path: string;
  /** Default `GET`. What the API's CORS headers allow. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** The same for all attempts, and what makes a write safe to retry. See `createIdempotencyKey`. */
  idempotencyKey?: string;
}

export interface AttemptContext {
  baseUrl: string;
  getToken: () => Promise<string | undefined>;
  fetch: typeof globalThis.fetch | undefined;
  limit: TimeLimit;
}

/** Asks for a token, sends the request once and reads the answer. Never throws. */
export async function attempt<Value>(
  request: ApiRequest,
  accepts: Accepts<Value>,
  context: AttemptContext,
): Promise<ApiResult<Value>> {
  let token: string | undefined;
  try {
    token = await context.getToken();
  } catch {
    return { ok: false, reason: 'token_failed' };
  }
  if (!token) return { ok: false, reason: 'token_withheld' };
  // The caller has been told that it took too long: a write must not go out after that.
  if (context.limit.isOver) return { ok: false, reason: 'timeout' };

  const fetch = context.fetch ?? globalThis.fetch;
  if (!fetch) return { ok: false, reason: 'fetch_blocked' };
  try {
    const response = await fetch(
      context.baseUrl + request.path,
      requestInit(request, token, context.limit.signal),
    );
    return readAnswer(response, await response.text(), accepts);
  } catch (error) {
    return { ok: false, reason: isNetworkFailure(error) ? 'offline' : 'fetch_blocked' };
  }
}

/**
 * By the Fetch standard, `fetch` fails with a TypeError or a DOMException. Anything else is the host's
 * refusal: a plain Error ("Fetches to the iframe's origin are not allowed."), POS's InsecureUrlError.
 */
const isNetworkFailure = (error: unknown): boolean =>
  ['TypeError', 'AbortError', 'TimeoutError', 'NetworkError'].includes((error as Error)?.name);

function requestInit(request: ApiRequest, token: string, signal: AbortSignal | null): RequestInit {
  const { method = 'GET', body, idempotencyKey } = request;
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  return { method, headers, body: body === undefined ? null : JSON.stringify(body), signal };
}
