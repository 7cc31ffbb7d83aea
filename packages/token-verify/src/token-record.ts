import type { BuyerClaims, StaffClaims } from '@session-token/shared';
import { CUSTOMER_GID_PREFIX } from './identity.ts';
import type { JsonObject } from './json-segment.ts';
import type { SecretSlot } from './signature.ts';
import type { VerifiedToken } from './verified-token.ts';

/** What tokens of one shop and kind have in common, kept once for all of them. */
export interface TokenOrigin {
  readonly shop: string;
  readonly dest: string;
  readonly aud: string;
  readonly iss: string | undefined;
  readonly signedWith: SecretSlot;
}

interface CommonRecord {
  readonly origin: TokenOrigin;
  readonly jti: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  /** Claims that this package does not know, deeply frozen. */
  readonly otherClaims: JsonObject | undefined;
}

export interface BuyerRecord extends CommonRecord {
  readonly sub: string | undefined;
}

export interface StaffRecord extends CommonRecord {
  readonly sub: string;
  readonly sid: string;
}

/**
 * The claims of a token, checked, in the least memory: seven fields for a buyer, everything that
 * follows from them left out. What callers see is made of it anew each time, by one way only.
 */
export type TokenRecord = BuyerRecord | StaffRecord;

export function toVerifiedToken(record: TokenRecord): VerifiedToken {
  return isStaff(record) ? toStaff(record) : toBuyer(record);
}

/** Own, not `in`: see `ownMember`. */
function isStaff(record: TokenRecord): record is StaffRecord {
  return Object.hasOwn(record, 'sid');
}

function toBuyer({ origin, jti, iat, nbf, exp, sub, otherClaims }: BuyerRecord): VerifiedToken {
  const { shop, dest, aud, iss, signedWith } = origin;
  const claims: BuyerClaims = { ...otherClaims, dest, aud, exp, nbf, iat, jti };
  if (iss !== undefined) claims.iss = iss;
  const common = { kind: 'buyer', shop, tokenId: jti, issuedAt: iat, expiresAt: exp, signedWith } as const;
  if (sub === undefined) return Object.freeze({ ...common, claims: Object.freeze(claims) });
  claims.sub = sub;
  const customerId = sub.slice(CUSTOMER_GID_PREFIX.length);
  return Object.freeze({ ...common, customerId, claims: Object.freeze(claims) });
}

function toStaff({ origin, jti, iat, nbf, exp, sub, sid, otherClaims }: StaffRecord): VerifiedToken {
  const { shop, dest, aud, iss, signedWith } = origin;
  const claims: StaffClaims = { ...otherClaims, dest, aud, exp, nbf, iat, jti, sub, sid };
  if (iss !== undefined) claims.iss = iss;
  return Object.freeze({
    kind: 'staff',
    shop,
    tokenId: jti,
    issuedAt: iat,
    expiresAt: exp,
    signedWith,
    userId: sub,
    sessionId: sid,
    claims: Object.freeze(claims),
  });
}
