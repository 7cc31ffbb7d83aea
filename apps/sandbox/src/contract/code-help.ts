import type { ApiErrorCode, SessionTokenErrorCode } from '@session-token/shared';

/** One code, for the developer who meets it. */
export interface CodeHelp {
  means: string;
  todo: string;
}

/** Something that no honest client brings about: only somebody who makes tokens up. */
const NOT_SHOPIFYS = 'Nothing to mend in the extension: Shopify issues no such token. Find out who made it.';
const CLOCK = 'Set the clock of the server by NTP; ten seconds are tolerated.';

const TOKEN_CODES: Record<SessionTokenErrorCode, CodeHelp> = {
  missing_token: {
    means: 'The request came without a token.',
    todo: 'Send it as Authorization: Bearer, right before each call.',
  },
  token_too_large: {
    means: 'What was sent is longer than any session token.',
    todo: 'Send what sessionToken.get() gave, and nothing else.',
  },
  malformed_token: {
    means: 'What was sent is no token: a part of it is missing or not what it should be.',
    todo: 'Send what sessionToken.get() gave, unchanged.',
  },
  unsupported_algorithm: {
    means: 'The token asks to be checked in another way than by HS256.',
    todo: 'Nothing to mend: Shopify signs with HS256 alone. Somebody tries to get around the signature.',
  },
  unsupported_header: {
    means: 'The header of the token demands something that session tokens never do.',
    todo: NOT_SHOPIFYS,
  },
  bad_signature: {
    means: 'The token was not signed with a secret of this app, or was changed since.',
    todo: 'Give the server the client secret of the app that the extension belongs to. Otherwise somebody edited the token.',
  },
  missing_claim: {
    means: 'The token lacks a claim that every session token has.',
    todo: 'Find out what was sent: a post-purchase token, signed with the same secret, looks like this.',
  },
  invalid_time: {
    means: 'A time in the token is no time in whole seconds.',
    todo: 'If a script of yours signs it, count in seconds, not milliseconds. Shopify does.',
  },
  expired: {
    means: 'The token has run out: it lives for five minutes.',
    todo: 'Ask for a fresh token and try once more. The extensions here do just that.',
  },
  not_yet_valid: { means: "By the server's clock, the token is not valid yet.", todo: CLOCK },
  issued_in_future: { means: "By the server's clock, the token has yet to be issued.", todo: CLOCK },
  lifetime_too_long: { means: 'The token lives longer than Shopify lets one live.', todo: NOT_SHOPIFYS },
  wrong_audience: {
    means: 'The token was issued for another app.',
    todo: "Compare the server's client id with the app that the extension is deployed for.",
  },
  bad_dest: { means: 'The token names no myshopify.com shop.', todo: NOT_SHOPIFYS },
  bad_issuer: {
    means: 'The token was issued by somebody else than the shop that it names, or for another surface.',
    todo: NOT_SHOPIFYS,
  },
  bad_subject: { means: 'The token names neither a customer nor, in POS, a user.', todo: NOT_SHOPIFYS },
  bad_session_id: { means: "The session id of POS's token is not one.", todo: NOT_SHOPIFYS },
  bad_token_id: { means: 'The id of the token is not one.', todo: NOT_SHOPIFYS },
};

const WAIT = 'Wait as long as Retry-After says, then try again.';

const REQUEST_CODES: Partial<Record<ApiErrorCode, CodeHelp>> = {
  malformed_authorization: {
    means: 'The Authorization header is not a bearer token.',
    todo: 'Send exactly: Authorization: Bearer, a space, the token.',
  },
  buyer_required: {
    means: "The route is for buyers, and this is a staff member's token.",
    todo: 'Call it from checkout and customer-account extensions.',
  },
  staff_required: {
    means: "The route is for staff, and this is a buyer's token.",
    todo: 'Call it from POS extensions.',
  },
  customer_required: {
    means: 'The token is genuine, but names no customer.',
    todo: 'Offer a way to log in. If the buyer has, the app may not read customers.',
  },
  rate_limited: { means: 'Too many requests came from this address.', todo: WAIT },
  overloaded: { means: 'The server has too much to do.', todo: WAIT },
  database_unavailable: {
    means: 'The database does not answer.',
    todo: `${WAIT} A write with its key is safe.`,
  },
  internal_error: { means: 'The server failed.', todo: 'Find the request id in its log.' },
};

/** What a code means and what to do about it; `undefined` where the server's own message says it all. */
export const helpFor = (code: string): CodeHelp | undefined =>
  Object.hasOwn(TOKEN_CODES, code)
    ? TOKEN_CODES[code as SessionTokenErrorCode]
    : REQUEST_CODES[code as ApiErrorCode];
