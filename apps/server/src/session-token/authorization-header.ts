import type { IncomingMessage } from 'node:http';
import { SessionTokenError } from '@session-token/token-verify';
import { ApiError } from '../http/errors/api-error.ts';

/** One bearer token after the scheme, which may be in any case (RFC 9110 §11.1, §11.4). */
const BEARER_TOKEN = /^bearer +([^ \t,]+)$/i;

/** Credentials of another scheme: a scheme name, spaces, and a value (RFC 9110 §11.4). */
const OTHER_SCHEME = /^(?!bearer\b)[!#$%&'*+.^_`|~0-9a-z-]+ +\S/i;

/**
 * Reads the unverified token from `Authorization: Bearer <token>`. Never reads a token from anywhere else, such as
 * the query string (RFC 6750 §2.3, §5.3).
 *
 * @throws {SessionTokenError} `missing_token` without the header, or with another scheme
 * @throws {ApiError} `malformed_authorization` with two headers, two tokens or no scheme
 */
export function readBearerToken({ headers, rawHeaders }: IncomingMessage): string {
  const { authorization } = headers;
  if (authorization === undefined) throw new SessionTokenError('missing_token');
  // Node keeps the first of several Authorization headers, which may be the wrong one.
  if (countAuthorizationHeaders(rawHeaders) > 1) throw new ApiError('malformed_authorization');
  const unverifiedToken = BEARER_TOKEN.exec(authorization)?.[1];
  if (unverifiedToken !== undefined) return unverifiedToken;
  if (OTHER_SCHEME.test(authorization)) throw new SessionTokenError('missing_token');
  throw new ApiError('malformed_authorization');
}

/** Raw headers alternate between names and values. */
function countAuthorizationHeaders(rawHeaders: readonly string[]): number {
  return rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'authorization').length;
}
