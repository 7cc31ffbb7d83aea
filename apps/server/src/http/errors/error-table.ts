import type { ApiErrorCode, SessionTokenErrorCode } from '@session-token/shared';
import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { SessionTokenError } from '@session-token/token-verify';
import { MalformedAuthorizationError, rejectionOf } from '@session-token/token-verify/http';

export interface ErrorEntry {
  status: number;
  /** Message for the extension's developer. */
  message: string;
  /** Whether the same request may succeed later, or with a fresh token. */
  retryable: boolean;
  /** Value of `WWW-Authenticate` (RFC 9110 §11.6.1). */
  challenge?: string;
}

const sessionTokenErrors = Object.fromEntries(
  SESSION_TOKEN_ERROR_CODES.map((code) => [code, entryOf(new SessionTokenError(code))]),
) as Record<SessionTokenErrorCode, ErrorEntry>;

/** Status and message of every error that the server can send. */
export type ErrorTable = Readonly<Record<ApiErrorCode, ErrorEntry>>;

/** Errors of the platform, which belong to no feature. */
export const PLATFORM_ERRORS = {
  ...sessionTokenErrors,
  malformed_authorization: entryOf(new MalformedAuthorizationError()),
  buyer_required: entry(403, 'This route serves checkout and customer-account extensions only.'),
  staff_required: entry(403, 'This route serves POS extensions only.'),
  customer_required: entry(403, 'This route requires a logged-in buyer, and an app that may read customers.'),
  invalid_request: entry(400, 'The request does not match the schema of the route; see /openapi.json.'),
  not_found: entry(404, 'This route does not exist.'),
  method_not_allowed: entry(405, 'The route does not have this method; see the Allow header.'),
  request_timeout: entry(408, 'The request took too long to arrive.', true),
  payload_too_large: entry(413, 'The request body is too large.'),
  unsupported_media_type: entry(415, 'Send the body as `Content-Type: application/json`.'),
  header_fields_too_large: entry(431, 'The request headers are too large.'),
  rate_limited: entry(429, 'Too many requests from this address; retry after Retry-After.', true),
  overloaded: entry(503, 'The server is busy; retry after Retry-After.', true),
  internal_error: entry(500, 'Internal error; see the server log for this requestId.', true),
  idempotency_key_required: entry(
    400,
    'This route needs an Idempotency-Key header: a new key for each write.',
  ),
  idempotency_key_invalid: entry(400, 'Send one Idempotency-Key of 1 to 128 visible ASCII characters.'),
  idempotency_key_reused: entry(422, 'This Idempotency-Key was used with another request; use a new key.'),
  idempotency_in_progress: entry(
    409,
    'The same write is still pending; retry with the same key after Retry-After.',
    true,
  ),
  database_unavailable: entry(
    503,
    'The database is unavailable; retry with the same key after Retry-After.',
    true,
  ),
  bad_webhook_signature: {
    ...entry(401, 'The body is not signed with the client secret of this app.'),
    // Not a registered scheme, though RFC 9110 §11.6.1 requires one: Shopify's signature has its own header.
    challenge: 'Shopify-Hmac-Sha256',
  },
} satisfies Partial<ErrorTable>;

/**
 * Merges the errors of the features with those of the platform.
 *
 * @throws {TypeError} if a code has no entry or a feature redefines a code of the platform
 */
export function createErrorTable(featureErrors: Readonly<Partial<ErrorTable>>): ErrorTable {
  const redefined = Object.keys(featureErrors).filter((code) => code in PLATFORM_ERRORS);
  if (redefined.length > 0) throw new TypeError(`a feature redefines ${redefined.join(', ')}`);
  const table: Partial<ErrorTable> = { ...PLATFORM_ERRORS, ...featureErrors };
  const missing = [...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES].filter((code) => !table[code]);
  if (missing.length > 0) throw new TypeError(`no status and message for ${missing.join(', ')}`);
  return table as ErrorTable;
}

function entry(status: number, message: string, retryable = false): ErrorEntry {
  return { status, message, retryable };
}

/** Takes the status, message and challenge of a rejected token from the verifier's package. */
function entryOf(error: SessionTokenError | MalformedAuthorizationError): ErrorEntry {
  const { status, headers, body } = rejectionOf(error);
  return { ...entry(status, body.message, body.retryable), challenge: headers['www-authenticate'] };
}
