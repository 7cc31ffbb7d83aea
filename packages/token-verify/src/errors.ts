/** The message of each code. The README and the OpenAPI document use the same text. */
const MESSAGES = {
  missing_token: 'No session token was sent.',
  token_too_large: 'The token is longer than any session token.',
  malformed_token: 'The token is not a JWT in compact, canonical form.',
  unsupported_algorithm: 'The token is not signed with HS256.',
  unsupported_header: 'The token header requests an extension or a type that session tokens do not use.',
  bad_signature: 'The token was not signed with a client secret of this app.',
  missing_claim: 'The token lacks a claim that every session token has.',
  invalid_time: 'The token contains a time that Shopify does not issue.',
  expired: 'The token has expired; get a new one.',
  not_yet_valid: 'The token is not valid yet; check the clocks.',
  issued_in_future: 'The token was issued in the future; check the clocks.',
  lifetime_too_long: 'The token is valid for longer than session tokens are.',
  wrong_audience: 'The token was issued for another app.',
  bad_dest: 'The token does not name exactly one myshopify.com shop.',
  bad_issuer: "The token's issuer does not match its shop and kind.",
  bad_subject: "The token's subject is neither a customer nor, for staff, a user.",
  bad_session_id: "The token's session id is not one that Shopify issues.",
  bad_token_id: "The token's id is not one that Shopify issues.",
} as const;

/** Stable codes for the reasons to reject a session token. */
export type SessionTokenErrorCode = keyof typeof MESSAGES;

/**
 * Thrown when a token is rejected. Never contains the token, a secret or a claim's value. The message depends on
 * the code only. There is no `cause`, because jose's errors hold the whole payload, and a `SyntaxError` of
 * `JSON.parse` quotes its input. There is no stack trace either: the code tells which check failed, and a trace
 * would add a fifth to the cost of a request with a forged token.
 */
export class SessionTokenError extends Error {
  readonly code: SessionTokenErrorCode;
  /** The faulty claim, if one claim is at fault. */
  readonly claim: string | undefined;

  constructor(code: SessionTokenErrorCode, claim?: string) {
    const { stackTraceLimit } = Error;
    // Unlike an assignment, Reflect.set does not throw where the limit is read-only (--frozen-intrinsics).
    const isTraceOff = stackTraceLimit !== undefined && Reflect.set(Error, 'stackTraceLimit', 0);
    try {
      super(MESSAGES[code]);
    } finally {
      if (isTraceOff) Error.stackTraceLimit = stackTraceLimit;
    }
    this.name = 'SessionTokenError';
    this.code = code;
    this.claim = claim;
  }
}
