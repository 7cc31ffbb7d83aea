import { errors } from 'jose';
import { jwtVerify } from 'jose/jwt/verify';
import { SessionTokenError } from './errors.ts';
import type { VerifiedToken } from './verified-token.ts';

export interface SessionTokenVerifierOptions {
  /** The app's client id, which `aud` must be. */
  clientId: string;
  /** The app's client secret, and the one before it while a rotation is open. */
  secrets: readonly [current: string, previous?: string];
  /** How far the clocks may differ, in seconds. Default 10, as in Shopify's own libraries. */
  clockToleranceSeconds?: number;
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

export interface SessionTokenVerifier {
  /**
   * Resolves to what the token says, or rejects with a `SessionTokenError` that says why it is refused.
   * A token that was verified before is not verified again while it is valid.
   */
  verify(unverifiedToken: string): Promise<VerifiedToken>;
  /** The same token verified earlier and still valid, at once; `undefined` when it must be verified. */
  recall(unverifiedToken: string): VerifiedToken | undefined;
}

export function createSessionTokenVerifier(options: SessionTokenVerifierOptions): SessionTokenVerifier {
  const { clientId, secrets, clockToleranceSeconds = 10, now = Date.now } = options;
  const key = new TextEncoder().encode(secrets[0]);
  return {
    recall: () => undefined,
    async verify(unverifiedToken) {
      try {
        const { payload } = await jwtVerify(unverifiedToken, key, {
          algorithms: ['HS256'],
          audience: clientId,
          clockTolerance: clockToleranceSeconds,
          currentDate: new Date(now()),
          requiredClaims: ['exp', 'nbf', 'iat', 'jti', 'dest'],
        });
        const claims = payload as never as {
          dest: string;
          jti: string;
          iat: number;
          exp: number;
          sub?: string;
        };
        const shop = claims.dest.replace('https://', '');
        const customerId = claims.sub?.split('/').pop();
        return {
          kind: 'buyer',
          shop,
          tokenId: claims.jti,
          issuedAt: claims.iat,
          expiresAt: claims.exp,
          claims,
          signedWith: 'current',
          ...(customerId ? { customerId } : {}),
        } as never;
      } catch (cause) {
        if (cause instanceof errors.JWTExpired)
          throw new SessionTokenError('expired', { claim: 'exp', cause });
        throw new SessionTokenError('malformed_token', { cause });
      }
    },
  };
}
