import type { IncomingMessage } from 'node:http';
import { SessionTokenError } from '@session-token/token-verify';
import { ApiError } from '../errors/api-error.ts';

/** The `auth-scheme 1*SP` before a token (RFC 9110 §11.4); the scheme in any case. */
const BEARER = /^bearer +/i;

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
  const scheme = BEARER.exec(header)?.[0];
  if (scheme === undefined) {
    throw isOtherScheme(header)
      ? new SessionTokenError('missing_token')
      : new ApiError('malformed_authorization');
  }
  const unverifiedToken = header.slice(scheme.length);
  if (unverifiedToken === '' || isSeveral(unverifiedToken)) throw new ApiError('malformed_authorization');
  return unverifiedToken;
}

/** By searches for one character each, at a tenth of what a pattern takes; the rest is left to the verifier. */
function isSeveral(unverifiedToken: string): boolean {
  return unverifiedToken.includes(' ') || unverifiedToken.includes(',') || unverifiedToken.includes('\t');
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
