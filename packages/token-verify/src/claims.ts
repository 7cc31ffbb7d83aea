import { SessionTokenError } from './errors.ts';
import { parseCustomerGid, parseSessionId, parseTokenId, parseUserId } from './identity.ts';
import { type JsonObject, ownMember } from './json-segment.ts';
import { parseIssuer, parseShop } from './origin.ts';
import { parseTimes } from './times.ts';
import type { TokenOrigin, TokenRecord } from './token-record.ts';

/** Post-purchase tokens, changesets and tokens that a script signs with the same secret lack one or more of these. */
const REQUIRED_CLAIMS = ['aud', 'dest', 'exp', 'nbf', 'iat', 'jti'] as const;

const KNOWN_CLAIMS: ReadonlySet<string> = new Set([...REQUIRED_CLAIMS, 'iss', 'sub', 'sid']);

export interface ClaimRules {
  /** What `aud` must be. */
  clientId: string;
  /** Where equal origins become one object. */
  shareOrigin(origin: Omit<TokenOrigin, 'aud' | 'signedWith'>): TokenOrigin;
}

/**
 * Everything a session token's claims must be at any time; the clock is asked apart, as a remembered
 * token needs that again. A token for another app is told so first, whatever else is wrong with it.
 *
 * @throws {SessionTokenError} with the claim at fault
 */
export function parseClaims(payload: JsonObject, { clientId, shareOrigin }: ClaimRules): TokenRecord {
  for (const claim of REQUIRED_CLAIMS) assertPresent(payload, claim);
  // A list that holds our client id is refused too: Shopify issues a token for one app.
  if (payload.aud !== clientId) throw new SessionTokenError('wrong_audience', 'aud');
  const shop = parseShop(payload.dest);
  const { exp, nbf, iat } = parseTimes({ exp: payload.exp, nbf: payload.nbf, iat: payload.iat });
  const jti = parseTokenId(payload.jti);
  const otherClaims = pickOtherClaims(payload);
  const dest = payload.dest === shop ? shop : `https://${shop}`;
  if (!Object.hasOwn(payload, 'sid')) {
    const iss = parseIssuer(ownMember(payload, 'iss'), shop, 'buyer');
    const sub = parseCustomerGid(ownMember(payload, 'sub'));
    return { origin: shareOrigin({ shop, dest, iss }), jti, iat, nbf, exp, sub, otherClaims };
  }
  const iss = parseIssuer(ownMember(payload, 'iss'), shop, 'staff');
  assertPresent(payload, 'sub');
  const sub = parseUserId(payload.sub);
  const sid = parseSessionId(payload.sid);
  return { origin: shareOrigin({ shop, dest, iss }), jti, iat, nbf, exp, sub, sid, otherClaims };
}

function assertPresent(payload: JsonObject, claim: string): void {
  if (!Object.hasOwn(payload, claim)) throw new SessionTokenError('missing_claim', claim);
}

/** Claims that are not understood are ignored (RFC 7519 §4) but stay reachable. */
function pickOtherClaims(payload: JsonObject): JsonObject | undefined {
  const others = Object.entries(payload).filter(([claim]) => !KNOWN_CLAIMS.has(claim));
  return others.length === 0 ? undefined : deepFreeze(Object.fromEntries(others));
}

/** Nested values are shared by every caller that shows the token. */
function deepFreeze<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member);
  }
  return Object.freeze(value);
}
