import { decodeBase64url } from './base64url.ts';
import { SessionTokenError } from './errors.ts';

/** The segments of a token in JWS Compact Serialization (RFC 7515 §7.1), each in canonical base64url. */
export interface CompactJws {
  header: string;
  payload: string;
  signature: string;
  /** The text that the signature covers: header, dot, payload (RFC 7515 §5.2). */
  signingInput: string;
}

/** A parsed JSON object. Has no prototype, so a polluted `Object.prototype` cannot supply a missing claim. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The longest accepted token, in characters. Genuine tokens have 350 to 700. The limit bounds the work for a
 * hostile token and is well below the 16 KiB that Node allows for all header fields together.
 */
export const MAX_TOKEN_LENGTH = 4096;

/** Three segments of the URL-safe alphabet, without padding or white space (RFC 7515 §2, §7.1). */
const COMPACT_FORM = /^[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/;

/**
 * The characters that may end a segment, by its length modulo 4. Unused bits must be zero (RFC 4648 §3.5), and
 * a length of 4n + 1 encodes nothing. Each value then has exactly one spelling, so a genuine token has no
 * second form. jose accepts the other spellings.
 */
const LAST_CHARACTERS = [undefined, '', 'AQgw', 'AEIMQUYcgkosw048'] as const;

/** `{"alg":"HS256","typ":"JWT"}`, the header of every token that Shopify issues. Valid, so it need not be parsed. */
const STANDARD_HEADER = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9';

/** `JWT` as a media type: in any case, with or without `application/` (RFC 7515 §4.1.9). */
const JWT_TYPE = /^(?:application\/)?jwt$/i;

/** Throws on invalid UTF-8 instead of inserting U+FFFD. Keeps a byte-order mark, which JSON rejects (RFC 8259 §8.1). */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Rejects anything but a string of acceptable length, before any other code reads it.
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
 * Splits a token into its three segments. Accepts empty segments: an unsecured token has no signature, and is
 * rejected for its algorithm.
 *
 * @throws {SessionTokenError} `malformed_token`
 */
export function parseCompactJws(unverifiedToken: string): CompactJws {
  if (!COMPACT_FORM.test(unverifiedToken)) throw new SessionTokenError('malformed_token');
  const headerEnd = unverifiedToken.indexOf('.');
  const payloadEnd = unverifiedToken.lastIndexOf('.');
  const jws = {
    header: unverifiedToken.slice(0, headerEnd),
    payload: unverifiedToken.slice(headerEnd + 1, payloadEnd),
    signature: unverifiedToken.slice(payloadEnd + 1),
    signingInput: unverifiedToken.slice(0, payloadEnd),
  };
  if (!(isCanonical(jws.header) && isCanonical(jws.payload) && isCanonical(jws.signature))) {
    throw new SessionTokenError('malformed_token');
  }
  return jws;
}

/**
 * Accepts only the header of an HS256 token. Ignores fields that are not critical, such as `kid`
 * (RFC 7515 §4), and never takes a key or an address from a header.
 *
 * @throws {SessionTokenError} `malformed_token`, `unsupported_algorithm`, `unsupported_header`
 */
export function assertHeader(segment: string): void {
  if (segment === STANDARD_HEADER) return;
  const header = parseJsonSegment(segment);
  // Algorithm names are case-sensitive (RFC 7515 §4.1.1, RFC 8725 §3.1).
  if (header.alg !== 'HS256') throw new SessionTokenError('unsupported_algorithm');
  // No extension is supported, so none may be critical (RFC 7515 §4.1.11). `b64` is defined by RFC 7797.
  if ('crit' in header || 'b64' in header) throw new SessionTokenError('unsupported_header');
  // A token that declares another type, such as `at+jwt`, was issued for another purpose (RFC 8725 §3.11).
  const { typ } = header;
  if (typ !== undefined && !(typeof typ === 'string' && JWT_TYPE.test(typ))) {
    throw new SessionTokenError('unsupported_header');
  }
}

/**
 * Parses a canonical base64url segment as a JSON object (RFC 7515 §5.2, RFC 7519 §7.2). The last of several
 * members with the same name counts, as in jose (RFC 7515 §4).
 *
 * @throws {SessionTokenError} `malformed_token`, without the `SyntaxError`, which quotes the payload
 */
export function parseJsonSegment(segment: string): JsonObject {
  const value = parseJson(decodeBase64url(segment));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SessionTokenError('malformed_token');
  }
  return Object.setPrototypeOf(value, null);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new SessionTokenError('malformed_token');
  }
}

/** Whether a segment of base64url is the only spelling of its bytes. */
export function isCanonical(segment: string): boolean {
  const allowedLast = LAST_CHARACTERS[segment.length % 4];
  return allowedLast === undefined || allowedLast.includes(segment.charAt(segment.length - 1));
}
