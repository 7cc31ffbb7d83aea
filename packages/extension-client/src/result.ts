import type { ApiErrorCode } from '@session-token/shared';

/** What a call came to. Calls never throw: whatever can go wrong is a value, to be drawn. */
export type ApiResult<Value> = { ok: true; value: Value } | ({ ok: false } & ApiFailure);

/** Why there is no value. Switch on `reason`, and on `code` where the server refused. */
export type ApiFailure =
  | Refusal
  /** `apiBaseUrl` is empty, no URL, or plain HTTP to another machine. Nothing was sent. */
  | { reason: 'invalid_base_url' }
  /** The host gave no token: in POS, the staff member has no permission for the app. Nothing was sent. */
  | { reason: 'token_withheld' }
  /** Asking the host for a token failed: so it does in the checkout editor before the first save. */
  | { reason: 'token_failed' }
  /** The host forbids the call: no `network_access`, or the API has the origin that serves the extension. */
  | { reason: 'fetch_blocked' }
  /** No answer: no network, the server is down, or its answer lacks CORS headers. May have been received. */
  | { reason: 'offline' }
  /** No answer within `timeoutMs`. May have been received. */
  | { reason: 'timeout' }
  /** An answer, but not the API's: a gateway's error page, or another server altogether. */
  | { reason: 'unexpected_response'; status: number };

/** The server's own refusal, as the API contract has it. */
export interface Refusal {
  reason: 'refused';
  status: number;
  /** A newer server may send a code that this build does not know: always have a default. */
  code: ApiErrorCode | (string & {});
  /** For the developer, never for the buyer. */
  message: string;
  /** Finds the request in the server's log. */
  requestId: string;
  /** Whether trying again later may help. */
  retryable: boolean;
  /** The server's `Retry-After`, where it sent one. */
  retryAfterSeconds: number | undefined;
}
