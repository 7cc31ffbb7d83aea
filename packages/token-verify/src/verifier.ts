import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { parseClaims } from './claims.ts';
import { assertHeader, assertTokenSize, parseCompactJws, parseJsonSegment } from './compact-jws.ts';
import { parseOptions, type SessionTokenVerifierOptions } from './options.ts';
import { createSigningKey, findSigningKey } from './signature.ts';
import { assertValidNow, type Clock, findTimeError } from './times.ts';
import { createTokenCache } from './token-cache.ts';
import type { VerifiedToken } from './verified-token.ts';

export interface SessionTokenVerifier {
  /**
   * Resolves to the verified session. Uses the cached session of a token that was verified before, and shares
   * one verification among concurrent calls with the same token.
   *
   * @throws {SessionTokenError} (rejects) with the reason why the token is rejected
   */
  verify(unverifiedToken: string): Promise<VerifiedToken>;
  /** Counts for metrics, since the verifier was created. */
  stats(): VerifierStats;
}

interface VerifierStats {
  /** Calls answered from the cache. */
  hits: number;
  /** Tokens passed to jose. Tokens rejected earlier do not count. */
  misses: number;
  /** Sessions in the cache now, including expired ones. */
  size: number;
}

/**
 * Creates a verifier for the session tokens of one app: checkout, customer-account and POS extensions, and
 * App Bridge. Keep one for the lifetime of the process, because it holds the keys and the cache. Changed
 * secrets need a new verifier, which starts with an empty cache.
 *
 * @throws {TypeError} for options that would weaken verification, such as a placeholder secret
 */
export function createSessionTokenVerifier(options: SessionTokenVerifierOptions): SessionTokenVerifier {
  const { clientId, secrets, clockToleranceSeconds, cacheEntries, now } = parseOptions(options);
  const keys = secrets.map(({ version, secret }) => createSigningKey(version, Buffer.from(secret)));
  const cache = createTokenCache<VerifiedToken>(cacheEntries);
  const pending = new Map<string, Promise<VerifiedToken>>();
  let hits = 0;
  let misses = 0;

  const readClock = (): Clock => ({ nowSeconds: now() / 1000, clockToleranceSeconds });

  /** Runs every check of our own, which may only reject, and leaves the decision to jose. */
  function startVerification(unverifiedToken: string, digest: string): Promise<VerifiedToken> {
    const jws = parseCompactJws(unverifiedToken);
    assertHeader(jws.header);
    const key = findSigningKey(keys, jws);
    const session = parseClaims(parseJsonSegment(jws.payload), { clientId, secretVersion: key.version });
    assertValidNow(session.claims, readClock());
    misses += 1;
    const verification = key
      .verify(unverifiedToken)
      .then(() => {
        // Judged again, because time has passed since the call.
        assertValidNow(session.claims, readClock());
        cache.set(digest, session);
        return session;
      })
      .finally(() => pending.delete(digest));
    pending.set(digest, verification);
    return verification;
  }

  return {
    async verify(unverifiedToken) {
      assertTokenSize(unverifiedToken);
      // Hashed over every character, so that no bearer token stays in memory and no two tokens share an entry.
      const digest = hash('sha256', unverifiedToken, 'binary');
      const cached = cache.get(digest);
      if (cached && findTimeError(cached.claims, readClock()) === undefined) {
        hits += 1;
        return cached;
      }
      return pending.get(digest) ?? startVerification(unverifiedToken, digest);
    },
    stats: () => ({ hits, misses, size: cache.size }),
  };
}
