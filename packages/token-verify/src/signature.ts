import { Buffer } from 'node:buffer';
import { createHmac, createSecretKey, timingSafeEqual, type webcrypto } from 'node:crypto';
import { compactVerify } from 'jose/jws/compact/verify';
import type { CompactJws } from './compact-jws.ts';
import { endOfTurn } from './end-of-turn.ts';
import { SessionTokenError } from './errors.ts';
import type { SecretVersion } from './verified-token.ts';

/** One client secret, imported once for `node:crypto` and, at the first use, for jose. */
export interface SigningKey {
  version: SecretVersion;
  matches(jws: CompactJws): boolean;
  verify(unverifiedToken: string): Promise<void>;
}

export function createSigningKey(version: SecretVersion, secret: Uint8Array): SigningKey {
  const key = createSecretKey(secret);
  let cryptoKey: Promise<webcrypto.CryptoKey> | undefined;
  return {
    version,

    /**
     * Compares the signature with the HMAC-SHA-256 of this secret, in constant time (RFC 7518 §3.2). May only
     * reject: it filters forged tokens cheaply, and selects the secret that jose verifies with.
     */
    matches({ signingInput, signature }) {
      const expected = createHmac('sha256', key).update(signingInput).digest();
      const given = Buffer.from(signature, 'base64url');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },

    /**
     * Verifies the whole token with jose, the only code that accepts one. Drops jose's own error, which can
     * hold the token's payload.
     *
     * @throws {SessionTokenError} `bad_signature`
     */
    async verify(unverifiedToken) {
      try {
        cryptoKey ??= importHmacKey(secret);
        // The tokens of one turn go to jose together, so that WebCrypto's thread pool wakes once for all of them.
        await endOfTurn?.();
        await compactVerify(unverifiedToken, await cryptoKey, { algorithms: ['HS256'] });
      } catch {
        throw new SessionTokenError('bad_signature');
      }
    },
  };
}

/** Imports a secret through WebCrypto, because `KeyObject.toCryptoKey` is missing on Node 20. */
function importHmacKey(secret: Uint8Array): Promise<webcrypto.CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
}

/**
 * Returns the first key that matches the signature. Tries the previous secret only after the current one
 * fails (Shopify, Rotate or revoke client credentials).
 *
 * @throws {SessionTokenError} `bad_signature`
 */
export function findSigningKey(keys: readonly SigningKey[], jws: CompactJws): SigningKey {
  const key = keys.find((candidate) => candidate.matches(jws));
  if (!key) throw new SessionTokenError('bad_signature');
  return key;
}
