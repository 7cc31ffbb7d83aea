import { randomUUID } from 'node:crypto';
import { type Segment, signToken } from './sign.ts';

/** The extension surface whose claims a token carries. */
export type Surface = 'checkout' | 'customer-account' | 'pos';

export interface TokenIssuerOptions {
  /** Becomes `aud`. */
  clientId: string;
  /** The app's client secret, which signs. */
  secret: string;
  /** Becomes `dest`. Default `sandbox.myshopify.com`. */
  shop?: string;
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

export interface MintOptions {
  /** Default `checkout`. */
  surface?: Surface;
  /** Signs with this secret instead of the issuer's. */
  secret?: string;
  /** Replaces the header `{ alg: 'HS256', typ: 'JWT' }`. */
  header?: Segment;
}

/**
 * Mints a token that Shopify could have issued now, but for the given claims; a claim set to
 * `undefined` is left out. `mint()` is genuine, `mint({ aud: 'other' })` has one thing wrong.
 */
export type Mint = (claims?: Record<string, unknown>, options?: MintOptions) => string;

/** Session tokens live for 5 minutes (Shopify, Session Token API). */
export const TOKEN_LIFETIME_SECONDS = 300;

export function createTokenIssuer(options: TokenIssuerOptions): Mint {
  const { clientId, secret, shop = 'sandbox.myshopify.com', now = Date.now } = options;
  return (claims = {}, { surface = 'checkout', secret: otherSecret, header } = {}) => {
    const issuedAt = Math.floor(now() / 1000);
    const payload = {
      ...surfaceClaims(surface, shop),
      aud: clientId,
      exp: issuedAt + TOKEN_LIFETIME_SECONDS,
      nbf: issuedAt,
      iat: issuedAt,
      jti: randomUUID(),
      ...claims,
    };
    return signToken(header ?? { alg: 'HS256', typ: 'JWT' }, payload, otherSecret ?? secret);
  };
}

/** What differs by surface: `docs` and reports disagree on some of it, the verifier accepts both. */
function surfaceClaims(surface: Surface, shop: string): Record<string, unknown> {
  switch (surface) {
    case 'checkout':
      return { iss: `https://${shop}/checkouts`, dest: shop };
    case 'customer-account':
      return { dest: shop };
    case 'pos':
      return { iss: `https://${shop}/admin`, dest: `https://${shop}`, sub: '91', sid: randomUUID() };
  }
}
