import { SessionTokenError } from './errors.ts';
import { ownMember, parseJsonSegment } from './json-segment.ts';

/** How Shopify's tokens begin. It passes all that is asked below, so not every one has to be parsed. */
const USUAL_HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

/**
 * Refuses every header but that of an HS256 token. Fields that are not critical, `kid` among them,
 * are ignored (RFC 7515 §4): no key and no address is ever taken from a header.
 *
 * @throws {SessionTokenError} `malformed_token`, `unsupported_algorithm`, `unsupported_header`
 */
export function assertHeader(segment: string): void {
  if (segment === USUAL_HEADER) return;
  const header = parseJsonSegment(segment);
  // Compared exactly: algorithm names are case-sensitive (RFC 7515 §4.1.1, RFC 8725 §3.1).
  if (ownMember(header, 'alg') !== 'HS256') throw new SessionTokenError('unsupported_algorithm');
  // No extension is understood, so none can be critical (RFC 7515 §4.1.11); `b64` is RFC 7797's.
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(header, 'b64')) {
    throw new SessionTokenError('unsupported_header');
  }
  if (!isJwtType(ownMember(header, 'typ'))) throw new SessionTokenError('unsupported_header');
}

/**
 * Absent, or `JWT` as a media type: in any case, with or without `application/` (RFC 7515 §4.1.9).
 * A token that declares another type (`at+jwt`, `dpop+jwt`) was not made to be used here (RFC 8725 §3.11).
 */
function isJwtType(typ: unknown): boolean {
  return (
    typ === undefined || typ === 'JWT' || (typeof typ === 'string' && /^(?:application\/)?jwt$/i.test(typ))
  );
}
