import type { ApiErrorCode, SessionTokenErrorCode } from '@session-token/shared';
import { REMEDIES } from '@session-token/token-verify/explain';

/** Explains one error code to the developer who sees it. */
export interface CodeHelp {
  description: string;
  remedy: string;
}

const TOKEN_DESCRIPTIONS: Record<SessionTokenErrorCode, string> = {
  missing_token: 'The request has no token.',
  token_too_large: 'The token is longer than any session token.',
  malformed_token: 'The value is not a token: part of it is missing or invalid.',
  unsupported_algorithm: 'The token requests an algorithm other than HS256.',
  unsupported_header: "The token's header demands a feature that session tokens never use.",
  bad_signature: "The token was not signed with this app's secret, or was changed afterwards.",
  missing_claim: 'The token lacks a claim that every session token has.',
  invalid_time: 'A time in the token is not in whole seconds.',
  expired: 'The token has expired: it is valid for five minutes.',
  not_yet_valid: "By the server's clock, the token is not valid yet.",
  issued_in_future: "By the server's clock, the token was issued in the future.",
  lifetime_too_long: 'The token is valid for longer than any that Shopify issues.',
  wrong_audience: 'The token was issued for another app.',
  bad_dest: 'The token does not name a myshopify.com shop.',
  bad_issuer: 'The issuer does not match the shop in the token, or belongs to another surface.',
  bad_subject: 'The token names neither a customer nor, in POS, a user.',
  bad_session_id: 'The session id of the POS token is invalid.',
  bad_token_id: "The token's id is invalid.",
};

const WAIT = 'Retry after Retry-After seconds.';

const REQUEST_CODES: Partial<Record<ApiErrorCode, CodeHelp>> = {
  malformed_authorization: {
    description: 'The Authorization header is not a bearer token.',
    remedy: 'Send exactly: Authorization: Bearer, a space, the token.',
  },
  buyer_required: {
    description: "The route is for buyers, and this is a staff member's token.",
    remedy: 'Call it from checkout and customer-account extensions.',
  },
  staff_required: {
    description: "The route is for staff, and this is a buyer's token.",
    remedy: 'Call it from POS extensions.',
  },
  customer_required: {
    description: 'The token is genuine, but names no customer.',
    remedy: 'Offer a way to log in. If the buyer is logged in, the app lacks permission to read customers.',
  },
  rate_limited: { description: 'Too many requests came from this address.', remedy: WAIT },
  overloaded: { description: 'The server is overloaded.', remedy: WAIT },
  database_unavailable: {
    description: 'The database is unavailable.',
    remedy: `${WAIT} A write is safe with the same key.`,
  },
  internal_error: { description: 'The server failed.', remedy: 'Search its log for the request id.' },
};

/** Explains a code. Returns `undefined` if the server's message is sufficient. */
export const helpFor = (code: string): CodeHelp | undefined =>
  Object.hasOwn(CODES, code) ? CODES[code as ApiErrorCode] : undefined;

const CODES: Partial<Record<ApiErrorCode, CodeHelp>> = {
  ...REQUEST_CODES,
  ...Object.fromEntries(
    Object.entries(REMEDIES).map(([code, remedy]) => [
      code,
      { description: TOKEN_DESCRIPTIONS[code as SessionTokenErrorCode], remedy },
    ]),
  ),
};

/** What to do about a rejection that `helpFor` does not explain. `isForeign`: by the developer's own server. */
export function remedyWithoutHelp(code: string | undefined, isForeign: boolean): string | undefined {
  if (isForeign) {
    return 'If it rejects every token, start it with the SHOPIFY_API_KEY and SHOPIFY_API_SECRET that the sandbox printed.';
  }
  return code === 'not_found'
    ? "The sandbox's own server responded. If the app has a server, start the sandbox with --api and its address."
    : undefined;
}
