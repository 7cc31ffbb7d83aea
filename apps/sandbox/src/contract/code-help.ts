import type { ApiErrorCode, SessionTokenErrorCode } from '@session-token/shared';

/** Explains one error code to the developer who sees it. */
export interface CodeHelp {
  description: string;
  remedy: string;
}

/** Remedy for codes that only a forged or hand-made token causes. */
const NOT_FROM_SHOPIFY = 'Not an extension bug: Shopify never issues this. Find out who created the token.';
const CLOCK = "Synchronize the server's clock with NTP; ten seconds are tolerated.";

const TOKEN_CODES: Record<SessionTokenErrorCode, CodeHelp> = {
  missing_token: {
    description: 'The request has no token.',
    remedy: 'Send it as Authorization: Bearer, right before each call.',
  },
  token_too_large: {
    description: 'The token is longer than any session token.',
    remedy: 'Send exactly what sessionToken.get() returned.',
  },
  malformed_token: {
    description: 'The value is not a token: part of it is missing or invalid.',
    remedy: 'Send what sessionToken.get() returned, unchanged.',
  },
  unsupported_algorithm: {
    description: 'The token requests an algorithm other than HS256.',
    remedy: 'Not an extension bug: Shopify signs with HS256 only. Someone is trying to bypass the signature.',
  },
  unsupported_header: {
    description: "The token's header demands a feature that session tokens never use.",
    remedy: NOT_FROM_SHOPIFY,
  },
  bad_signature: {
    description: "The token was not signed with this app's secret, or was changed afterwards.",
    remedy:
      "Give the server the client secret of the extension's app. If it has that, someone edited the token.",
  },
  missing_claim: {
    description: 'The token lacks a claim that every session token has.',
    remedy: 'Check what was sent. A post-purchase token, signed with the same secret, looks like this.',
  },
  invalid_time: {
    description: 'A time in the token is not in whole seconds.',
    remedy: 'If your own script signs the token, use seconds instead of milliseconds.',
  },
  expired: {
    description: 'The token has expired: it is valid for five minutes.',
    remedy: 'Get a fresh token and retry once, as these extensions do.',
  },
  not_yet_valid: { description: "By the server's clock, the token is not valid yet.", remedy: CLOCK },
  issued_in_future: {
    description: "By the server's clock, the token was issued in the future.",
    remedy: CLOCK,
  },
  lifetime_too_long: {
    description: 'The token is valid for longer than any that Shopify issues.',
    remedy: NOT_FROM_SHOPIFY,
  },
  wrong_audience: {
    description: 'The token was issued for another app.',
    remedy: "Compare the server's client id with the app that the extension is deployed for.",
  },
  bad_dest: { description: 'The token does not name a myshopify.com shop.', remedy: NOT_FROM_SHOPIFY },
  bad_issuer: {
    description: 'The issuer does not match the shop in the token, or belongs to another surface.',
    remedy: NOT_FROM_SHOPIFY,
  },
  bad_subject: {
    description: 'The token names neither a customer nor, in POS, a user.',
    remedy: NOT_FROM_SHOPIFY,
  },
  bad_session_id: { description: 'The session id of the POS token is invalid.', remedy: NOT_FROM_SHOPIFY },
  bad_token_id: { description: "The token's id is invalid.", remedy: NOT_FROM_SHOPIFY },
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

const CODES: Partial<Record<ApiErrorCode, CodeHelp>> = { ...REQUEST_CODES, ...TOKEN_CODES };
