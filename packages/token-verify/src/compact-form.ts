import { SessionTokenError } from './errors.ts';

/** A token in the compact serialisation, split, with every segment known to be canonical base64url. */
export interface CompactForm {
  header: string;
  payload: string;
  signature: string;
  /** What the signature covers: header, dot, payload (RFC 7515 §5.2). */
  signingInput: string;
}

/**
 * The longest token that is looked at, in characters. Genuine ones have 350 to 700; the limit keeps
 * the work on a hostile one small and is well below the 16 KiB that Node allows for all header fields.
 */
export const MAX_TOKEN_LENGTH = 4096;

/** Three segments of the URL-safe alphabet, with no padding and no white space (RFC 7515 §2, §7.1). */
const COMPACT_FORM = /^[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/;

/**
 * What a segment may end in, by its length modulo 4: the bits that the last character has to spare
 * must be zero (RFC 4648 §3.5), and one character alone encodes nothing. So a value has one spelling,
 * and no second token can be made out of a genuine one; jose accepts the other spellings.
 */
const LAST_CHARACTERS = [undefined, '', 'AQgw', 'AEIMQUYcgkosw048'] as const;

/**
 * Refuses what is no string of a token's size, before anything else looks at it.
 *
 * @throws {SessionTokenError} `missing_token`, `malformed_token` (not a string), `token_too_large`
 */
export function assertTokenSize(unverifiedToken: unknown): asserts unverifiedToken is string {
  if (unverifiedToken === undefined || unverifiedToken === null || unverifiedToken === '') {
    throw new SessionTokenError('missing_token');
  }
  if (typeof unverifiedToken !== 'string') throw new SessionTokenError('malformed_token');
  if (unverifiedToken.length > MAX_TOKEN_LENGTH) throw new SessionTokenError('token_too_large');
}

/**
 * Splits a token into its three segments (RFC 7515 §7.1). A segment may be empty here: an unsecured
 * token, whose signature is, is refused for its algorithm.
 *
 * @throws {SessionTokenError} `malformed_token`
 */
export function parseCompactForm(unverifiedToken: string): CompactForm {
  if (!COMPACT_FORM.test(unverifiedToken)) throw new SessionTokenError('malformed_token');
  const afterHeader = unverifiedToken.indexOf('.');
  const afterPayload = unverifiedToken.lastIndexOf('.');
  const form = {
    header: unverifiedToken.slice(0, afterHeader),
    payload: unverifiedToken.slice(afterHeader + 1, afterPayload),
    signature: unverifiedToken.slice(afterPayload + 1),
    signingInput: unverifiedToken.slice(0, afterPayload),
  };
  if (!(isCanonical(form.header) && isCanonical(form.payload) && isCanonical(form.signature))) {
    throw new SessionTokenError('malformed_token');
  }
  return form;
}

function isCanonical(segment: string): boolean {
  const allowedLast = LAST_CHARACTERS[segment.length % 4];
  return allowedLast === undefined || allowedLast.includes(segment.charAt(segment.length - 1));
}
