/** The client secret that signed a token: the current one or, during a rotation, the previous one. */
export type SecretVersion = 'current' | 'previous';

type CommonClaims = {
  /** The shop, as `name.myshopify.com` or `https://name.myshopify.com`. */
  readonly dest: string;
  /** The client id of the app that the token was issued for. */
  readonly aud: string;
  /** When the token expires, in seconds since the epoch (RFC 7519 §2). */
  readonly exp: number;
  /** When the token becomes valid, in seconds since the epoch. */
  readonly nbf: number;
  /** When the token was issued, in seconds since the epoch. */
  readonly iat: number;
  /** Identifies the token. Repeats, because Shopify hands out a cached token until it expires. */
  readonly jti: string;
};

/** Claims of a buyer's token: `sessionToken.get()` in checkout and customer-account extensions. */
export type BuyerClaims = CommonClaims & {
  /** Absent until 2024, `https://{shop}/checkouts` since 2025. */
  readonly iss?: string;
  /** `gid://shopify/Customer/N`; absent for a guest, or if the app may not read customers. */
  readonly sub?: string;
};

/** Claims of a staff token: `session.getSessionToken()` in POS extensions, or App Bridge in the admin. */
export type StaffClaims = CommonClaims & {
  /** `https://{shop}/admin`. */
  readonly iss?: string;
  /** The id of the authenticated user, not of the pinned staff member. */
  readonly sub: string;
  /** The id of the session, the same for all tokens of one login; may be absent. */
  readonly sid?: string;
};

interface CommonSession {
  /** Always the bare `name.myshopify.com`, whatever form `dest` had. */
  readonly shop: string;
  /** The `jti` claim. */
  readonly tokenId: string;
  /** The `iat` claim, in seconds since the epoch. */
  readonly issuedAt: number;
  /** The `exp` claim, in seconds since the epoch. */
  readonly expiresAt: number;
  /** The client secret that signed the token. When no token has `previous` anymore, revoke that secret. */
  readonly secretVersion: SecretVersion;
}

/** The verified session of a checkout or customer-account extension. */
export interface BuyerSession extends CommonSession {
  readonly kind: 'buyer';
  /** The number in `sub`, as a string; absent for a guest. */
  readonly customerId?: string;
  readonly claims: BuyerClaims;
}

/** The verified session of a POS extension, or of App Bridge in the admin. */
export interface StaffSession extends CommonSession {
  readonly kind: 'staff';
  /** The authenticated user (`sub`). A string: ids exceed 2^53. */
  readonly userId: string;
  /** The `sid` claim, if present. */
  readonly sessionId?: string;
  readonly claims: StaffClaims;
}

/**
 * The verified session: the caller (`buyer` or `staff`), the shop, the validity and the claims. Deeply frozen,
 * because all requests with the same token share it.
 */
export type VerifiedToken = BuyerSession | StaffSession;
