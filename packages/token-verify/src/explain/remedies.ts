import type { SessionTokenErrorCode } from '../errors.ts';

const NOT_FROM_SHOPIFY = 'Not an extension bug: Shopify never issues this. Find out who created the token.';
const CLOCK = "Synchronize the server's clock with NTP; ten seconds are tolerated.";

/** The remedy for each error code. */
export const REMEDIES: Readonly<Record<SessionTokenErrorCode, string>> = {
  missing_token: 'Send it as Authorization: Bearer, right before each call.',
  token_too_large: 'Send exactly what sessionToken.get() returned.',
  malformed_token: 'Send what sessionToken.get() returned, unchanged.',
  unsupported_algorithm:
    'Not an extension bug: Shopify signs with HS256 only. Someone is trying to bypass the signature.',
  unsupported_header: NOT_FROM_SHOPIFY,
  bad_signature:
    "Give the server the client secret of the extension's app. If it has that secret already, someone edited the token.",
  missing_claim: 'Check what was sent. A post-purchase token, signed with the same secret, looks like this.',
  invalid_time: 'If your own script signs the token, use seconds instead of milliseconds.',
  expired: 'Get a fresh token and retry once, as these extensions do.',
  not_yet_valid: CLOCK,
  issued_in_future: CLOCK,
  lifetime_too_long: NOT_FROM_SHOPIFY,
  wrong_audience: "Compare the server's client id with the app that the extension is deployed for.",
  bad_dest: NOT_FROM_SHOPIFY,
  bad_issuer: NOT_FROM_SHOPIFY,
  bad_subject: NOT_FROM_SHOPIFY,
  bad_session_id: NOT_FROM_SHOPIFY,
  bad_token_id: NOT_FROM_SHOPIFY,
};
