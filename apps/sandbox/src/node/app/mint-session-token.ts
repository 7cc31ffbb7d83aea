import {
  type Mint,
  type MintOptions,
  TOKEN_LIFETIME_SECONDS,
  tamperToken,
} from '@session-token/token-issuer';
import type { SessionTokenRequest } from '../../contract/endpoints.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import { isTokenFault, isWithheld, type TokenFault } from '../../contract/token-faults.ts';

type Claims = Record<string, unknown>;

/** The input that a fault needs to create its token. */
interface Draft {
  mint: (claims?: Claims, options?: MintOptions) => string;
  /** Seconds since the epoch. */
  now: number;
  isPos: boolean;
  previousSecret: string;
}

/** Another app's secret, as long as this app's. */
const FOREIGN_SECRET = 'a-secret-that-another-app-has-been-given';
const OTHER_SHOP = 'another-shop.myshopify.com';

export interface MintSettings {
  mint: Mint;
  /** Accepted by the server in addition to the current one. */
  previousSecret: string;
}

/**
 * Mints the token that Shopify would return to an extension of the target, with the requested fault.
 * @throws TypeError for requests that `parseSessionTokenRequest` rejects.
 */
export function mintSessionToken(
  { mint, previousSecret }: MintSettings,
  request: SessionTokenRequest,
  nowMs = Date.now(),
): string {
  const surface = surfaceOf(request.target);
  const isPos = surface === 'pos';
  const { customer, user, skewSeconds = 0, fault } = request;
  const now = Math.floor(nowMs / 1000) + skewSeconds;
  const sub = isPos ? (user ?? '91') : customer && `gid://shopify/Customer/${customer}`;
  const genuine: Claims = { sub, ...validFrom(now) };
  const draft: Draft = {
    mint: (claims, options) => mint({ ...genuine, ...claims }, { surface, ...options }),
    now,
    isPos,
    previousSecret,
  };
  if (fault === undefined) return draft.mint();
  if (!isTokenFault(fault) || isWithheld(fault)) throw new TypeError('unknown or unavailable fault');
  return FAULTS[fault](draft);
}

const validFrom = (at: number, lifetimeSeconds = TOKEN_LIFETIME_SECONDS) => ({
  iat: at,
  nbf: at,
  exp: at + lifetimeSeconds,
});

const FAULTS: Record<Exclude<TokenFault, 'unavailable' | 'no-permission'>, (draft: Draft) => string> = {
  expiring: ({ mint, now }) => mint(validFrom(now, 5)),
  'previous-secret': ({ mint, previousSecret }) => mint({}, { secret: previousSecret }),
  'other-shop': ({ mint, isPos }) => mint(shopClaims(OTHER_SHOP, isPos)),
  expired: ({ mint, now }) => mint(validFrom(now - 2 * TOKEN_LIFETIME_SECONDS)),
  'not-yet-valid': ({ mint, now }) => mint(validFrom(now + 120)),
  'issued-in-future': ({ mint, now }) => mint({ iat: now + 120 }),
  'long-lived': ({ mint, now }) => mint(validFrom(now, 2 * 86_400)),
  milliseconds: ({ mint, now }) => mint(validFrom(now * 1000, TOKEN_LIFETIME_SECONDS * 1000)),
  tampered: ({ mint, isPos }) => tamperToken(mint(), { sub: isPos ? '1' : 'gid://shopify/Customer/1' }),
  secret: ({ mint }) => mint({}, { secret: FOREIGN_SECRET }),
  'alg-none': ({ mint }) => withoutSignature(mint({}, { header: { alg: 'none', typ: 'JWT' } })),
  'critical-header': ({ mint }) =>
    mint({}, { header: { alg: 'HS256', typ: 'JWT', crit: ['b64'], b64: true } }),
  malformed: ({ mint }) => withoutSignature(mint()).slice(0, -1),
  'too-large': ({ mint }) => mint({ padding: 'x'.repeat(4_000) }),
  audience: ({ mint }) => mint({ aud: 'another-app' }),
  shop: ({ mint }) => mint({ dest: 'shop.example.com', iss: undefined }),
  issuer: ({ mint, isPos }) => mint({ iss: shopClaims(OTHER_SHOP, isPos).iss }),
  subject: ({ mint }) => mint({ sub: 'gid://shopify/Order/1' }),
  'token-id': ({ mint }) => mint({ jti: '' }),
  'session-id': ({ mint }) => mint({ sid: '' }),
  'post-purchase': ({ mint }) =>
    mint({ iss: 'shopify', dest: undefined, aud: undefined, jti: undefined, sub: 'purchase-1', changes: [] }),
};

const shopClaims = (shop: string, isPos: boolean): Claims & { iss: string } =>
  isPos
    ? { dest: `https://${shop}`, iss: `https://${shop}/admin` }
    : { dest: shop, iss: `https://${shop}/checkouts` };

/** An unsecured JWS ends in the dot before its empty signature (RFC 7515, appendix A.5). */
const withoutSignature = (token: string) => token.slice(0, token.lastIndexOf('.') + 1);
