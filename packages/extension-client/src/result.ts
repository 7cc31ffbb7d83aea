import type { ApiErrorCode } from '@session-token/shared';

/** The outcome of a call. Calls never throw. */
export type ApiResult<Value> = { ok: true; value: Value } | ({ ok: false } & ApiFailure);

/** Why a call returned no value. Switch on `reason`, and on `code` if the server rejected the request. */
export type ApiFailure =
  | RejectedResponse
  /** `apiBaseUrl` is empty, not a URL, or plain HTTP to another machine. Nothing was sent. */
  | { reason: 'invalid_base_url' }
  /** The host returned no token. In POS, the account lacks the permission for the app. Nothing was sent. */
  | { reason: 'token_withheld' }
  /** The host's token getter failed, as in the checkout editor before the first save. Nothing was sent. */
  | { reason: 'token_failed' }
  /** The host forbids the call: no `network_access`, or the API shares the extension's own origin. */
  | { reason: 'fetch_blocked' }
  /** No network, a server that is down, a redirect, or a response without CORS headers. May have been received. */
  | { reason: 'offline' }
  /** No response within `timeoutMs`. May have been received. */
  | { reason: 'timeout' }
  /** The caller's signal aborted. May have been received. */
  | { reason: 'aborted' }
  /** A response that is not the API's, such as a gateway's error page. */
  | { reason: 'unexpected_response'; status: number };

/** The API's error response. */
export interface RejectedResponse {
  reason: 'rejected';
  status: number;
  /** A newer server may send a code that this build does not know, so always handle the default. */
  code: ApiErrorCode | (string & {});
  /** For developers, never for buyers. */
  message: string;
  /** Identifies the request in the server's log. */
  requestId: string;
  /** Whether a later retry may succeed. */
  retryable: boolean;
  /** Value of `Retry-After`, if sent. */
  retryAfterSeconds: number | undefined;
}
