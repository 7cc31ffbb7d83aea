/**
 * Builds the response of every candidate from the claims that it verified: the body of this project's
 * `GET /api/session-token`.
 */
export function describeSession(claims) {
  const { iss, dest, aud, exp, nbf, iat, jti, sub } = claims;
  return {
    kind: 'buyer',
    shop: dest,
    tokenId: jti,
    issuedAt: iat,
    expiresAt: exp,
    customerId: sub?.split('/').pop(),
    claims: { dest, aud, exp, nbf, iat, jti, iss, sub },
  };
}

const text = { type: 'string' };
const number = { type: 'number' };

/** The schema of the response, for Fastify's serializer. */
export const SESSION_SCHEMA = {
  type: 'object',
  properties: {
    ...{ kind: text, shop: text, tokenId: text, issuedAt: number, expiresAt: number, customerId: text },
    claims: {
      type: 'object',
      properties: {
        ...{ dest: text, aud: text, exp: number, nbf: number, iat: number, jti: text, iss: text, sub: text },
      },
    },
  },
};
