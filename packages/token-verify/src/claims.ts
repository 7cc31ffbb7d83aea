import type { JsonObject } from './compact-jws.ts';
import { SessionTokenError } from './errors.ts';
import {
  assertIssuer,
  assertNoSubject,
  isUserId,
  matchCustomerGid,
  parseDest,
  parseSessionId,
  parseTokenId,
  parseUserId,
  type TokenHolder,
} from './identity.ts';
import { parseTimes } from './times.ts';
import type { SecretVersion, VerifiedToken } from './verified-token.ts';

interface ClaimContext {
  /** The required `aud`. */
  clientId: string;
  secretVersion: SecretVersion;
}

/** Post-purchase tokens, changesets and tokens that scripts sign with the same secret lack at least one of these. */
export const REQUIRED_CLAIMS = ['aud', 'dest', 'exp', 'nbf', 'iat', 'jti'];

/**
 * Validates all claims, but does not compare the times with the clock: cached tokens need that again. Reports a
 * wrong audience before any other error. Ignores unknown claims (RFC 7519 §4) but keeps them in `claims`.
 *
 * @throws {SessionTokenError} with the faulty claim
 */
export function parseClaims(payload: JsonObject, { clientId, secretVersion }: ClaimContext): VerifiedToken {
  assertRequiredClaims(payload);
  assertAudience(payload.aud, clientId);
  const customer = matchCustomerGid(payload.sub);
  const holder = holderOf(payload);
  const times = parseTimes(payload, holder === 'staff' ? 'staff' : 'buyer');
  const { dest, shop } = parseDest(payload.dest);
  assertIssuer(payload.iss, shop, holder);
  const jti = parseTokenId(payload.jti);

  const session = { shop, tokenId: jti, issuedAt: times.iat, expiresAt: times.exp, secretVersion };
  const { sub: unverifiedSub, ...others } = payload;
  const claims = { ...(others as object), dest, aud: clientId, jti, ...times };
  if (customer) {
    const { gid, id } = customer;
    return deepFreeze({ kind: 'buyer', ...session, customerId: id, claims: { ...claims, sub: gid } });
  }
  if (holder === 'guest') {
    assertNoSubject(unverifiedSub);
    return deepFreeze({ kind: 'buyer', ...session, claims });
  }
  const sub = parseStaffSubject(payload);
  const sessionId = 'sid' in payload ? { sessionId: parseSessionId(payload.sid) } : {};
  return deepFreeze({ kind: 'staff', ...session, userId: sub, ...sessionId, claims: { ...claims, sub } });
}

/** @throws {SessionTokenError} `missing_claim` */
export function assertRequiredClaims(payload: JsonObject): void {
  for (const claim of REQUIRED_CLAIMS) assertPresent(payload, claim);
}

/**
 * Rejects a list that contains the client id, too: Shopify issues each token for one app.
 *
 * @throws {SessionTokenError} `wrong_audience`
 */
export function assertAudience(aud: unknown, clientId: string): void {
  if (aud !== clientId) throw new SessionTokenError('wrong_audience', 'aud');
}

/** Returns the caller that the claims describe. */
export function holderOf(payload: JsonObject): TokenHolder {
  if (matchCustomerGid(payload.sub)) return 'customer';
  return isStaff(payload) ? 'staff' : 'guest';
}

/** Returns the user's id. @throws {SessionTokenError} `missing_claim`, `bad_subject` */
export function parseStaffSubject(payload: JsonObject): string {
  assertPresent(payload, 'sub');
  return parseUserId(payload.sub);
}

/**
 * Recognizes staff: `sid`, or a user's id issued by the admin, because public verifiers declare `sid` as optional
 * for POS. A customer's gid never means staff.
 */
function isStaff({ sub, sid, iss }: JsonObject): boolean {
  return sid !== undefined || (typeof iss === 'string' && iss.endsWith('/admin') && isUserId(sub));
}

function assertPresent(payload: JsonObject, claim: string): void {
  if (!(claim in payload)) throw new SessionTokenError('missing_claim', claim);
}

function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member);
  }
  return Object.freeze(value);
}
