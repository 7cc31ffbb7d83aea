import { SessionTokenError } from './errors.ts';
import { isCustomerGid, parseCustomerGid, parseSessionId, parseTokenId, parseUserId } from './identity.ts';
import { type JsonObject, ownMember } from './json-segment.ts';
import { parseDest, parseIssuer, type TokenKind } from './origin.ts';
import type { OriginTable } from './origin-table.ts';
import type { SecretSlot } from './signature.ts';
import { parseTimes } from './times.ts';
import type { TokenRecord } from './token-record.ts';

/** Post-purchase tokens, changesets and tokens that a script signs with the same secret lack one or more of these. */
const REQUIRED_CLAIMS = ['aud', 'dest', 'exp', 'nbf', 'iat', 'jti'] as const;

const BUYER_CLAIMS: ReadonlySet<string> = new Set([...REQUIRED_CLAIMS, 'iss', 'sub']);
const STAFF_CLAIMS: ReadonlySet<string> = new Set([...BUYER_CLAIMS, 'sid']);

export interface ClaimContext {
  /** What `aud` must be. */
  clientId: string;
  /** The secret that the signature is by. */
  signedWith: SecretSlot;
  origins: OriginTable;
}

/**
 * Everything a session token's claims must be at any time; the clock is asked apart, as a remembered
 * token needs that again. A token for another app is told so first, whatever else is wrong with it.
 *
 * @throws {SessionTokenError} with the claim at fault
 */
export function parseClaims(payload: JsonObject, context: ClaimContext): TokenRecord {
  for (const claim of REQUIRED_CLAIMS) assertPresent(payload, claim);
  // A list that holds our client id is refused too: Shopify issues a token for one app.
  if (payload.aud !== context.clientId) throw new SessionTokenError('wrong_audience', 'aud');
  const { exp, nbf, iat } = parseTimes(payload);
  const kind = kindOf(payload);
  const origin = parseOrigin(payload, kind, context);
  const jti = parseTokenId(payload.jti);
  const otherClaims = pickOtherClaims(payload, kind === 'staff' ? STAFF_CLAIMS : BUYER_CLAIMS);
  if (kind === 'buyer') {
    const sub = parseCustomerGid(ownMember(payload, 'sub'));
    return { origin, jti, iat, nbf, exp, sub, otherClaims };
  }
  assertPresent(payload, 'sub');
  const sub = parseUserId(payload.sub);
  const sid = parseSessionId(payload.sid);
  return { origin, jti, iat, nbf, exp, sub, sid, otherClaims };
}

/**
 * Staff is known by `sid`: since 2025 checkout tokens carry `iss` as well. Whether customer-account
 * tokens carry `sid` is not documented; a customer's `sub` never makes staff of anybody.
 */
function kindOf(payload: JsonObject): TokenKind {
  return Object.hasOwn(payload, 'sid') && !isCustomerGid(ownMember(payload, 'sub')) ? 'staff' : 'buyer';
}

function parseOrigin(payload: JsonObject, kind: TokenKind, { clientId, signedWith, origins }: ClaimContext) {
  const { shop, dest } = parseDest(payload.dest);
  const iss = parseIssuer(ownMember(payload, 'iss'), shop, kind);
  return origins.share({ shop, dest, aud: clientId, iss, signedWith });
}

function assertPresent(payload: JsonObject, claim: string): void {
  if (!Object.hasOwn(payload, claim)) throw new SessionTokenError('missing_claim', claim);
}

/** Claims that are not understood are ignored (RFC 7519 §4) but stay reachable. */
function pickOtherClaims(payload: JsonObject, known: ReadonlySet<string>): JsonObject | undefined {
  const names = Object.keys(payload).filter((claim) => !known.has(claim));
  if (names.length === 0) return undefined;
  return deepFreeze(Object.fromEntries(names.map((name) => [name, payload[name]])));
}

/** Nested values are shared by every caller that shows the token. */
function deepFreeze<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member);
  }
  return Object.freeze(value);
}
