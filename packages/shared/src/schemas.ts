/**
 * The API contract as TypeBox schemas. The server validates and serializes with them, and every type of this
 * package is derived from them. Extensions import only types (`@session-token/shared`), so no schema ends up in
 * a bundle.
 */
import { type Static, Type } from 'typebox';
import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from './error-codes.ts';

export { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from './error-codes.ts';
export { LOYALTY_ERROR_CODES } from './loyalty/error-codes.ts';
export * from './loyalty/schemas.ts';
export { TEXT_PATTERN, Text } from './text.ts';

const NumericDate = (description: string) =>
  Type.Number({ description: `${description} Seconds since 1970-01-01T00:00:00Z (RFC 7519 §2).` });

const commonClaims = {
  dest: Type.String({ description: 'The shop, as `name.myshopify.com` or `https://name.myshopify.com`.' }),
  aud: Type.String({ description: 'The client id of the app that the token was issued for.' }),
  exp: NumericDate(
    'When the token expires: 5 minutes after it was issued, 1 minute for admin tokens, undocumented for POS.',
  ),
  nbf: NumericDate('When the token becomes valid.'),
  iat: NumericDate('When the token was issued.'),
  jti: Type.String({
    description: 'Identifies the token. Repeats, because Shopify hands out a cached token until it expires.',
  }),
};

/** Claims of a buyer's token: `sessionToken.get()` in checkout and customer-account extensions. */
export const BuyerClaims = Type.Object({
  ...commonClaims,
  iss: Type.Optional(
    Type.String({ description: 'Absent until 2024, `https://{shop}/checkouts` since 2025.' }),
  ),
  sub: Type.Optional(
    Type.String({
      description: '`gid://shopify/Customer/N`; absent for a guest, or if the app may not read customers.',
    }),
  ),
});
export type BuyerClaims = Static<typeof BuyerClaims>;

/** Claims of a staff token: `session.getSessionToken()` in POS extensions, or App Bridge in the admin. */
export const StaffClaims = Type.Object({
  ...commonClaims,
  iss: Type.Optional(Type.String({ description: '`https://{shop}/admin`.' })),
  sub: Type.String({ description: 'The id of the authenticated user, not of the pinned staff member.' }),
  sid: Type.Optional(
    Type.String({
      description: 'The id of the session, the same for all tokens of one login; may be absent.',
    }),
  ),
});
export type StaffClaims = Static<typeof StaffClaims>;

const commonSession = {
  shop: Type.String({ description: 'Always the bare `name.myshopify.com`, whatever form `dest` had.' }),
  tokenId: Type.String({ description: 'The `jti` claim.' }),
  issuedAt: NumericDate('The `iat` claim.'),
  expiresAt: NumericDate('The `exp` claim.'),
};

/** The verified session of a checkout or customer-account extension. */
export const BuyerSession = Type.Object({
  kind: Type.Literal('buyer'),
  ...commonSession,
  customerId: Type.Optional(
    Type.String({ description: 'The number in `sub`, as a string; absent for a guest.' }),
  ),
  claims: BuyerClaims,
});
export type BuyerSession = Static<typeof BuyerSession>;

/** The verified session of a POS extension. */
export const StaffSession = Type.Object({
  kind: Type.Literal('staff'),
  ...commonSession,
  userId: Type.String({ description: 'The authenticated user (`sub`). A string: ids exceed 2^53.' }),
  sessionId: Type.Optional(Type.String({ description: 'The `sid` claim, if present.' })),
  claims: StaffClaims,
});
export type StaffSession = Static<typeof StaffSession>;

/** Response of `GET /api/session-token`: the verified session and its claims. */
export const SessionTokenResponse = Type.Union([BuyerSession, StaffSession]);
export type SessionTokenResponse = Static<typeof SessionTokenResponse>;

/** Body of every error response. */
export const ErrorResponse = Type.Object({
  code: Type.Enum([...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES], {
    description: 'Stable; switch on this, never on `message`.',
  }),
  message: Type.String({ description: 'For the developer of the extension, in English.' }),
  requestId: Type.String({ description: 'Finds the request in the server log.' }),
  retryable: Type.Boolean({
    description: 'Whether the same request may succeed later or with a fresh token.',
  }),
});
export type ErrorResponse = Static<typeof ErrorResponse>;
