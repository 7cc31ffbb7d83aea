import type { IncomingMessage } from 'node:http';
import { SessionTokenError } from '@session-token/token-verify';
import { ApiError } from '../errors/api-error.ts';

/** `auth-scheme 1*SP token68` (RFC 9110 §11.4); the scheme in any case, the token left to the verifier. */
const BEARER = /^bearer +([^\s,]+)$/i;

/**
 * Reads the token out of `Authorization: Bearer <token>`, unverified. A token anywhere else, the query
 * string above all, is never looked at (RFC 6750 §2.3, §5.3).
 *
 * @throws {SessionTokenError} `missing_token` where there is no header or one of another scheme
 * @throws {ApiError} `malformed_authorization` where there are two headers, two tokens or no scheme
 */
export function readBearerToken(request: IncomingMessage): string {
  const header = request.headers.authorization;
  if (header === undefined) throw new SessionTokenError('missing_token');
  // Node keeps the first of several Authorization headers; which one counts must not be ours to guess.
  if (countAuthorizationHeaders(request.rawHeaders) > 1) throw new ApiError('malformed_authorization');
  const unverifiedToken = BEARER.exec(header)?.[1];
  if (unverifiedToken !== undefined) return unverifiedToken;
  if (isOtherScheme(header)) throw new SessionTokenError('missing_token');
  throw new ApiError('malformed_authorization');
}

function countAuthorizationHeaders(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    if (name.length === 13 && name.toLowerCase() === 'authorization') count += 1;
  }
  return count;
}

function isOtherScheme(header: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9a-z-]+ +\S/i.test(header) && !/^bearer\b/i.test(header);
}
