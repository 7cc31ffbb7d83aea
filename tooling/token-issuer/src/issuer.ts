import { randomUUID } from 'node:crypto';
import { type Segment, signToken } from './sign.ts';

/** The extension surface that a token is for. */
export type Surface = 'checkout' | 'customer-account' | 'pos';

export interface TokenIssuerOptions {
  /** The `aud` claim. */
  clientId: string;
  /** The app's client secret, which signs the tokens. */
  secret: string;
  /** The shop in `dest` and `iss`. Default `sandbox.myshopify.com`. */
  shop?: string;
  /** Returns milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

export interface MintOptions {
  /** Default `checkout`. */
  surface?: Surface;
  /** Replaces the issuer's secret. */
  secret?: string;
  /** Replaces the header `{ alg: 'HS256', typ: 'JWT' }`. */
  header?: Segment;
}

/**
 * Mints a token as Shopify would issue it now. The given claims replace or add to the genuine ones, and
 * `undefined` omits a claim: `mint()` is genuine, `mint({ aud: 'other' })` has one error.
 */
export type Mint = (claims?: Record<string, unknown>, options?: MintOptions) => string;

/** Session tokens are valid for 5 minutes (Shopify, Session Token API). */
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

/** Returns the claims that depend on the surface. Where documentation and reports differ, the verifier accepts both. */
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
