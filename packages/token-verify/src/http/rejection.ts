import { SessionTokenError } from '../errors.ts';
import { MalformedAuthorizationError } from './authorization-header.ts';

/** The error of a request that is rejected because of its token. */
export type RejectionError = SessionTokenError | MalformedAuthorizationError;

/** The response to a rejected request, without its CORS headers. */
export interface Rejection {
  error: RejectionError;
  status: 400 | 401;
  headers: Readonly<Record<'content-type' | 'cache-control' | 'www-authenticate' | 'x-request-id', string>>;
  body: Readonly<{
    /** Stable; switch on this, never on `message`. */
    code: RejectionError['code'];
    /** For the developer of the extension, in English. */
    message: string;
    /** The same as in `X-Request-Id`. Log it in `onRejected` to find the request. */
    requestId: string;
    /** Whether the same request may succeed later, or with a fresh token. */
    retryable: boolean;
  }>;
}

/** Errors that a fresh token or correct clocks can fix. */
const RETRYABLE: ReadonlySet<string> = new Set(['expired', 'not_yet_valid', 'issued_in_future']);

/** Builds the response to a request that is rejected because of its token. Rethrows every other error. */
export function rejectionOf(error: unknown, requestId: string = crypto.randomUUID()): Rejection {
  if (!(error instanceof SessionTokenError || error instanceof MalformedAuthorizationError)) throw error;
  const { code } = error;
  return {
    error,
    status: code === 'malformed_authorization' ? 400 : 401,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'www-authenticate': challengeOf(code),
      'x-request-id': requestId,
    },
    body: { code, message: describe(error), requestId, retryable: RETRYABLE.has(code) },
  };
}

/** Adds the name of the faulty claim to the message, never its value. */
function describe(error: RejectionError): string {
  const claim = error instanceof SessionTokenError ? error.claim : undefined;
  return claim === undefined ? error.message : `${error.message} (${claim})`;
}

/**
 * Returns the value of `WWW-Authenticate` (RFC 6750 §3): the bare challenge without a token, `invalid_request` for a
 * malformed header, `invalid_token` for a rejected token.
 */
function challengeOf(code: RejectionError['code']): string {
  if (code === 'missing_token') return 'Bearer';
  if (code === 'malformed_authorization') return 'Bearer error="invalid_request"';
  return `Bearer error="invalid_token", error_description="${code}"`;
}
