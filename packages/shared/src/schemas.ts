/**
 * The API contract as TypeBox schemas. The server validates and serialises with them; every type in
 * this package is derived from them. Extensions import types alone (`@session-token/shared`), so no
 * schema ends up in a bundle.
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
  exp: NumericDate('When the token expires: 5 minutes after it was issued, or 1 minute for admin tokens.'),
  nbf: NumericDate('When the token becomes valid.'),
  iat: NumericDate('When the token was issued.'),
  jti: Type.String({
    description:
      'Identifies the token. Arrives many times, since extensions are handed a cached token while it is valid.',
  }),
};

/** Claims of a token that a checkout or customer-account extension got from `sessionToken.get()`. */
export const BuyerClaims = Type.Object({
  ...commonClaims,
  iss: Type.Optional(
    Type.String({ description: 'Absent until 2024, `https://{shop}/checkouts` since 2025.' }),
  ),
  sub: Type.Optional(
    Type.String({
      description:
        '`gid://shopify/Customer/N`; absent for an anonymous buyer, or when the app may not read customers.',
    }),
  ),
});
export type BuyerClaims = Static<typeof BuyerClaims>;

/** Claims of a token that a POS extension got from `session.getSessionToken()`. */
export const StaffClaims = Type.Object({
  ...commonClaims,
  iss: Type.Optional(Type.String({ description: '`https://{shop}/admin`.' })),
  sub: Type.String({ description: 'The id of the authenticated user, not of the pinned staff member.' }),
  sid: Type.Optional(
    Type.String({
      description: 'The id of the session, the same for all tokens of one login. May be absent.',
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

/** What a verified token of a checkout or customer-account extension says. */
export const BuyerSession = Type.Object({
  kind: Type.Literal('buyer'),
  ...commonSession,
  customerId: Type.Optional(
    Type.String({ description: 'The number in `sub`, as a string; absent for an anonymous buyer.' }),
  ),
  claims: BuyerClaims,
});
export type BuyerSession = Static<typeof BuyerSession>;

/** What a verified token of a POS extension says. */
export const StaffSession = Type.Object({
  kind: Type.Literal('staff'),
  ...commonSession,
  userId: Type.String({ description: 'The authenticated user (`sub`). A string: ids exceed 2^53.' }),
  sessionId: Type.Optional(Type.String({ description: 'The `sid` claim, if present.' })),
  claims: StaffClaims,
});
export type StaffSession = Static<typeof StaffSession>;

/** Answer of `GET /api/session-token`: the verified claims and what they mean. */
export const SessionTokenResponse = Type.Union([BuyerSession, StaffSession]);
export type SessionTokenResponse = Static<typeof SessionTokenResponse>;

/** Body of every error response, whatever its status. */
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
