import { hash } from 'node:crypto';
import { parseClaims } from './claims.ts';
import { assertTokenSize, MAX_TOKEN_LENGTH, parseCompactForm } from './compact-form.ts';
import type { SessionTokenError } from './errors.ts';
import { assertHeader } from './header.ts';
import { parseJsonSegment } from './json-segment.ts';
import { parseOptions, type SessionTokenVerifierOptions } from './options.ts';
import { createOriginTable } from './origin-table.ts';
import { createSigningKey, findSigningKey } from './signature.ts';
import { assertWithinLife, type Instant } from './times.ts';
import { createTokenCache } from './token-cache.ts';
import { toVerifiedToken } from './token-record.ts';
import type { VerifiedToken } from './verified-token.ts';

export interface SessionTokenVerifier {
  /**
   * Resolves to what the token says. A token that was verified before is not verified again while it
   * is valid; one that is being verified is waited for.
   *
   * @throws {SessionTokenError} (rejects) that says why the token is refused
   */
  verify(unverifiedToken: string): Promise<VerifiedToken>;
  /**
   * The same without a promise where none is needed, for servers that have one decision a request to
   * make: what the token says at once when it was verified before, a promise when jose must be asked.
   *
   * @throws {SessionTokenError} at once, or as the promise's rejection
   */
  decide(unverifiedToken: string): VerifiedToken | Promise<VerifiedToken>;
  /** The same token verified earlier and still valid, at once; `undefined` when it must be verified. */
  recall(unverifiedToken: string): VerifiedToken | undefined;
  stats(): VerifierStats;
}

/** For metrics. Counted since the verifier was made. */
export interface VerifierStats {
  /** Tokens answered from memory. */
  hits: number;
  /** Tokens that jose had to verify: those refused before it do not count. */
  misses: number;
  /** Tokens remembered now. */
  size: number;
}

/**
 * Verifies session tokens of checkout, customer-account and POS extensions for one app. Keep one for
 * the life of the process: it holds the keys and remembers the tokens that it verified. New secrets
 * need a new one, which starts with nothing remembered.
 *
 * @throws {TypeError} on options that would weaken verification, a placeholder secret among them
 */
export function createSessionTokenVerifier(options: SessionTokenVerifierOptions): SessionTokenVerifier {
  const { clientId, secrets, clockToleranceSeconds, cacheEntries, now } = parseOptions(options);
  const keys = secrets.map(({ slot, secret }) => createSigningKey(slot, Buffer.from(secret)));
  const origins = createOriginTable();
  const cache = createTokenCache(cacheEntries);
  const underWay = new Map<string, Promise<VerifiedToken>>();
  let hits = 0;
  let misses = 0;

  const instant = (): Instant => ({ nowSeconds: Math.floor(now() / 1000), clockToleranceSeconds });

  function recallDigest(digest: string): VerifiedToken | undefined {
    const record = cache.recall(digest, instant());
    if (!record) return undefined;
    hits += 1;
    return toVerifiedToken(record);
  }

  /** All that comes before jose may only refuse, and throws at once. */
  function startVerification(unverifiedToken: string, digest: string): Promise<VerifiedToken> {
    const form = parseCompactForm(unverifiedToken);
    assertHeader(form.header);
    const key = findSigningKey(keys, form);
    const record = parseClaims(parseJsonSegment(form.payload), { clientId, signedWith: key.slot, origins });
    assertWithinLife(record, instant());
    misses += 1;
    const verification = key.prove(unverifiedToken).then(
      () => {
        underWay.delete(digest);
        cache.remember(digest, record, instant());
        return toVerifiedToken(record);
      },
      (refusal: SessionTokenError) => {
        underWay.delete(digest);
        throw refusal;
      },
    );
    underWay.set(digest, verification);
    return verification;
  }

  function decide(unverifiedToken: string): VerifiedToken | Promise<VerifiedToken> {
    assertTokenSize(unverifiedToken);
    const digest = digestToken(unverifiedToken);
    return recallDigest(digest) ?? underWay.get(digest) ?? startVerification(unverifiedToken, digest);
  }

  return {
    verify: async (unverifiedToken) => decide(unverifiedToken),
    decide,
    recall(unverifiedToken) {
      if (cache.size === 0 || typeof unverifiedToken !== 'string') return undefined;
      if (unverifiedToken.length > MAX_TOKEN_LENGTH) return undefined;
      return recallDigest(digestToken(unverifiedToken));
    },
    stats: () => ({ hits, misses, size: cache.size }),
  };
}

/**
 * What a token is remembered by: SHA-256, so that no bearer token stays in memory, over every character
 * of it, so that no other token can share it. One byte a character: the shortest string it fits.
 */
function digestToken(unverifiedToken: string): string {
  return hash('sha256', unverifiedToken, 'binary');
}
