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

/**
 * One segment, possibly empty: groups of four, then the last one or two bytes with their unused bits
 * zero (RFC 4648 §3.5). So one value has exactly one spelling, and no second token can be made out
 * of a genuine one; jose accepts the other spellings, padding and white space.
 */
const SEGMENT = '((?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?)';
const COMPACT_FORM = new RegExp(`^(${SEGMENT}\\.${SEGMENT})\\.${SEGMENT}$`);

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
  const [, signingInput, header, payload, signature] = COMPACT_FORM.exec(unverifiedToken) ?? [];
  if (
    signingInput === undefined ||
    header === undefined ||
    payload === undefined ||
    signature === undefined
  ) {
    throw new SessionTokenError('malformed_token');
  }
  return { header, payload, signature, signingInput };
}
