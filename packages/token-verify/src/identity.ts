import { SessionTokenError } from './errors.ts';

/** What every customer's global id starts with. */
export const CUSTOMER_GID_PREFIX = 'gid://shopify/Customer/';

/** Any id that Shopify can issue: positive, 64 bits, without the zeros that would give it a second spelling. */
const CUSTOMER_GID = /^gid:\/\/shopify\/Customer\/[1-9][0-9]{0,19}$/;
const USER_ID = /^[1-9][0-9]{0,19}$/;

/** Visible ASCII, since ids end up in logs and as database keys. Shopify's are UUIDs and 64 hex digits. */
const OPAQUE_ID = /^[\x21-\x7e]{1,128}$/;

export function isCustomerGid(sub: unknown): boolean {
  return typeof sub === 'string' && CUSTOMER_GID.test(sub);
}

/** The customer gid of a buyer who is logged in; absent for an anonymous one. @throws {SessionTokenError} `bad_subject` */
export function parseCustomerGid(sub: unknown): string | undefined {
  if (sub === undefined) return undefined;
  return parse(CUSTOMER_GID, sub, 'bad_subject', 'sub');
}

/** The id of an authenticated user, a string of digits as it can exceed 2^53. @throws {SessionTokenError} `bad_subject` */
export function parseUserId(sub: unknown): string {
  return parse(USER_ID, sub, 'bad_subject', 'sub');
}

/** @throws {SessionTokenError} `bad_session_id` */
export function parseSessionId(sid: unknown): string {
  return parse(OPAQUE_ID, sid, 'bad_session_id', 'sid');
}

/** @throws {SessionTokenError} `bad_token_id` */
export function parseTokenId(jti: unknown): string {
  return parse(OPAQUE_ID, jti, 'bad_token_id', 'jti');
}

function parse(
  pattern: RegExp,
  value: unknown,
  code: 'bad_subject' | 'bad_session_id' | 'bad_token_id',
  claim: string,
): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new SessionTokenError(code, claim);
  return value;
}
