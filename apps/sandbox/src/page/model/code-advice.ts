import type { ApiErrorCode, SessionTokenErrorCode } from '@session-token/shared';

/** For the developer: what to do about a code. What it means, the server says itself. */
export const adviceFor = (code: ApiErrorCode): string | undefined =>
  code in TOKEN_ADVICE ? TOKEN_ADVICE[code as SessionTokenErrorCode] : REQUEST_ADVICE[code];

const TOKEN_ADVICE: Record<SessionTokenErrorCode, string> = {
  missing_token: 'Send it as Authorization: Bearer, right before each call.',
  token_too_large: 'Send what sessionToken.get() gave, and nothing else.',
  malformed_token: 'Send what sessionToken.get() gave, unchanged.',
  unsupported_algorithm:
    'Nothing to mend: Shopify signs with HS256 alone. Somebody tries to get around the signature.',
  unsupported_header: 'Nothing to mend: Shopify sends no such header.',
  bad_signature:
    'The server must have the client secret of the app that the extension belongs to. Otherwise somebody edited the token.',
  missing_claim:
    'It is not a session token. A post-purchase token, signed with the same secret, looks like this.',
  invalid_time: 'It is not a token that Shopify issues.',
  expired: 'Ask for a fresh token and try once more. The extension here does just that.',
  not_yet_valid: 'Set the clock of the server by NTP; ten seconds are tolerated.',
  issued_in_future: 'Set the clock of the server by NTP; ten seconds are tolerated.',
  lifetime_too_long: 'It is not a token that Shopify issues.',
  wrong_audience: "Compare the server's client id with the app that the extension is deployed for.",
  bad_dest: 'It is not a token that Shopify issues.',
  bad_issuer: 'It is not a token that Shopify issues for this kind of extension.',
  bad_subject: 'It is not a token that Shopify issues for this kind of extension.',
  bad_session_id: 'It is not a token that Shopify issues for POS.',
  bad_token_id: 'It is not a token that Shopify issues.',
};

const REQUEST_ADVICE: Partial<Record<ApiErrorCode, string>> = {
  malformed_authorization: 'Send exactly: Authorization: Bearer, a space, the token.',
  buyer_required: 'This route is for buyers: checkout and customer-account extensions.',
  staff_required: 'This route is for staff: POS extensions.',
  customer_required: 'The buyer must be logged in: offer a way to.',
  invalid_request: 'Compare the request with the schema of the route.',
  not_found: 'Compare the path with the routes of the server.',
  method_not_allowed: 'Compare the method with the routes of the server.',
  request_timeout: 'Try again.',
  payload_too_large: 'Send less.',
  unsupported_media_type: 'Send JSON.',
  header_fields_too_large: 'Send fewer or shorter headers.',
  rate_limited: 'Wait as long as Retry-After says, then try again.',
  overloaded: 'Wait as long as Retry-After says, then try again.',
  internal_error: 'Find the request id in the log of the server.',
};

/** What each claim says (Shopify, "Session Token API"; RFC 7519 §4.1). */
export const CLAIM_MEANINGS: Record<string, string> = {
  iss: 'Issuer',
  dest: 'Shop',
  aud: 'Client id',
  sub: 'Customer',
  exp: 'Expires',
  nbf: 'Valid from',
  iat: 'Issued',
  jti: 'Token id',
  sid: 'Session',
};
