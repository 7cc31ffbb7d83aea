import { LOYALTY_ERROR_CODES } from './loyalty/error-codes.ts';

/** Stable codes for the reasons to reject a session token, all sent with status 401. `SessionTokenError` has their messages. */
export const SESSION_TOKEN_ERROR_CODES = [
  'missing_token',
  'token_too_large',
  'malformed_token',
  'unsupported_algorithm',
  'unsupported_header',
  'bad_signature',
  'missing_claim',
  'invalid_time',
  'expired',
  'not_yet_valid',
  'issued_in_future',
  'lifetime_too_long',
  'wrong_audience',
  'bad_dest',
  'bad_issuer',
  'bad_subject',
  'bad_session_id',
  'bad_token_id',
] as const;

/** Codes that reject a request for a reason other than its token. The server's error table describes them. */
export const REQUEST_ERROR_CODES = [
  'malformed_authorization',
  'buyer_required',
  'staff_required',
  'customer_required',
  'invalid_request',
  'not_found',
  'method_not_allowed',
  'request_timeout',
  'payload_too_large',
  'unsupported_media_type',
  'header_fields_too_large',
  'rate_limited',
  'overloaded',
  'internal_error',
  'idempotency_key_required',
  'idempotency_key_invalid',
  'idempotency_key_reused',
  'idempotency_in_progress',
  'database_unavailable',
  'bad_webhook_signature',
  ...LOYALTY_ERROR_CODES,
] as const;

export type SessionTokenErrorCode = (typeof SESSION_TOKEN_ERROR_CODES)[number];

/** Every `code` that an error response of the API can carry. */
export type ApiErrorCode = SessionTokenErrorCode | (typeof REQUEST_ERROR_CODES)[number];
