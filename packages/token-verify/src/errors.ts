import type { SessionTokenErrorCode } from '@session-token/shared';

/** HTTP status and meaning of every reason to refuse a token. The README and the OpenAPI document take theirs from here. */
export const SESSION_TOKEN_ERRORS = {
  missing_token: { status: 401, meaning: 'No token was given.' },
  token_too_large: { status: 401, meaning: 'The token is longer than any session token.' },
  malformed_token: { status: 401, meaning: 'The token is not a JWT in compact, canonical form.' },
  unsupported_algorithm: { status: 401, meaning: 'The token is not signed with HS256.' },
  unsupported_header: {
    status: 401,
    meaning: 'The header asks for an extension or a type that session tokens do not use.',
  },
  bad_signature: { status: 401, meaning: 'The signature is not by a client secret of this app.' },
  missing_claim: { status: 401, meaning: 'A claim that every session token has is absent.' },
  invalid_time: { status: 401, meaning: 'A time in the token is not one that Shopify issues.' },
  expired: { status: 401, meaning: 'The token has expired; ask for a fresh one.' },
  not_yet_valid: { status: 401, meaning: 'The token is not valid yet; a clock is wrong.' },
  issued_in_future: { status: 401, meaning: 'The token was issued in the future; a clock is wrong.' },
  lifetime_too_long: { status: 401, meaning: 'The token lives longer than session tokens do.' },
  wrong_audience: { status: 401, meaning: 'The token was issued for another app.' },
  bad_dest: { status: 401, meaning: 'The token does not name exactly one myshopify.com shop.' },
  bad_issuer: { status: 401, meaning: 'The issuer does not agree with the shop and kind of the token.' },
  bad_subject: { status: 401, meaning: 'The subject is neither a customer nor, in POS, a user.' },
  bad_session_id: { status: 401, meaning: 'The session id is not one that Shopify issues.' },
  bad_token_id: { status: 401, meaning: 'The token id is not one that Shopify issues.' },
} as const satisfies Record<SessionTokenErrorCode, { status: 401; meaning: string }>;

/**
 * A token was refused. Carries the reason, never the token, a secret or the value of a claim: the
 * message is the code's meaning, and there is no `cause`, because jose's errors hold the whole
 * payload and a `SyntaxError` of `JSON.parse` quotes its input. It has no stack either: where a token
 * was refused follows from the code, and to collect one would be a sixth of what a flood of them costs.
 */
export class SessionTokenError extends Error {
  override readonly name = 'SessionTokenError';
  readonly code: SessionTokenErrorCode;
  /** The claim at fault, where there is one. */
  readonly claim: string | undefined;

  constructor(code: SessionTokenErrorCode, claim?: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(SESSION_TOKEN_ERRORS[code].meaning);
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.claim = claim;
  }
}
