import { SessionTokenError } from './errors.ts';

/**
 * The caller that the claims describe: a logged-in customer, a guest (a buyer who is not logged in, or whose
 * id the app may not read), or a staff member.
 */
export type TokenHolder = 'customer' | 'guest' | 'staff';

/**
 * A shop's permanent domain: bare in checkout and customer-account tokens, with `https://` in POS tokens. The
 * name follows Shopify's pattern for `shop` parameters, in lower case, and fits into a DNS label. Matched
 * without lower-casing, trimming or decoding first, because that would turn U+212A into a `k`.
 */
const DEST = /^(?:https:\/\/)?([a-z0-9][a-z0-9-]{0,62}\.myshopify\.com)$/;

/** Plain path segments: no dot segments, no escapes, no query. */
const ISSUER_PATH = /^(?:\/[A-Za-z0-9_-]{1,64}){0,8}$/;
const ADMIN_PATH = /^\/admin(?:\/|$)/i;

/** Any id that Shopify can issue: positive, 64 bits, without leading zeros, which would be a second spelling. */
const CUSTOMER_GID = /^gid:\/\/shopify\/Customer\/([1-9][0-9]{0,19})$/;
const USER_ID = /^[1-9][0-9]{0,19}$/;

/** Visible ASCII, because ids appear in logs and database keys. Shopify issues UUIDs and 64 hex digits. */
const OPAQUE_ID = /^[\x21-\x7e]{1,128}$/;

export const isUserId = (sub: unknown) => typeof sub === 'string' && USER_ID.test(sub);

/** Returns a customer's gid and the id in it, a string because it can exceed 2^53. `undefined` for any other subject. */
export function matchCustomerGid(sub: unknown): { gid: string; id: string } | undefined {
  const match = typeof sub === 'string' ? CUSTOMER_GID.exec(sub) : null;
  return match?.[1] === undefined ? undefined : { gid: match[0], id: match[1] };
}

/**
 * Returns `dest`, and its shop as the bare `name.myshopify.com`.
 *
 * @throws {SessionTokenError} `bad_dest`
 */
export function parseDest(dest: unknown): { dest: string; shop: string } {
  const match = typeof dest === 'string' ? DEST.exec(dest) : null;
  if (!match?.[1]) throw new SessionTokenError('bad_dest', 'dest');
  return { dest: match[0], shop: match[1] };
}

/**
 * Checks that `iss`, where present, is the same shop and fits the holder:
 *
 * - Staff: exactly `https://{shop}/admin` (Shopify, Session tokens).
 * - Customers: any plain path of the shop. Shopify documents no issuer for customer-account tokens.
 * - Guests: the same, except for the paths of the admin.
 *
 * @throws {SessionTokenError} `bad_issuer`
 */
export function assertIssuer(iss: unknown, shop: string, holder: TokenHolder): void {
  if (iss === undefined) return;
  const shopUrl = `https://${shop}`;
  if (typeof iss !== 'string' || !iss.startsWith(shopUrl)) throw new SessionTokenError('bad_issuer', 'iss');
  if (!isIssuerPath(iss.slice(shopUrl.length), holder)) throw new SessionTokenError('bad_issuer', 'iss');
}

function isIssuerPath(path: string, holder: TokenHolder): boolean {
  if (holder === 'staff') return path === '/admin';
  return ISSUER_PATH.test(path) && (holder === 'customer' || !ADMIN_PATH.test(path));
}

/** Rejects a subject. `null` and `''` count as absent. @throws {SessionTokenError} `bad_subject` */
export function assertNoSubject(sub: unknown): void {
  if (sub !== undefined && sub !== null && sub !== '') throw new SessionTokenError('bad_subject', 'sub');
}

/** Returns a user's id, as a string because it can exceed 2^53. @throws {SessionTokenError} `bad_subject` */
export function parseUserId(sub: unknown): string {
  return parseId(USER_ID, sub, 'bad_subject', 'sub');
}

/** @throws {SessionTokenError} `bad_session_id` */
export function parseSessionId(sid: unknown): string {
  return parseId(OPAQUE_ID, sid, 'bad_session_id', 'sid');
}

/** @throws {SessionTokenError} `bad_token_id` */
export function parseTokenId(jti: unknown): string {
  return parseId(OPAQUE_ID, jti, 'bad_token_id', 'jti');
}

function parseId(
  pattern: RegExp,
  value: unknown,
  code: 'bad_subject' | 'bad_session_id' | 'bad_token_id',
  claim: string,
): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new SessionTokenError(code, claim);
  return value;
}
