import { createSecretKey } from 'node:crypto';
import { compactVerify } from 'jose/jws/compact/verify';
import type { CompactForm } from './compact-form.ts';
import { SessionTokenError } from './errors.ts';
import { createHmacCheck } from './hmac-sha256.ts';

/** Which of the two secrets a token's signature is by. */
export type SecretSlot = 'current' | 'previous';

/** The key of one secret, imported once: jose would import bytes again for each token. */
export interface SigningKey {
  slot: SecretSlot;
  matches(form: CompactForm): boolean;
  prove(unverifiedToken: string): Promise<void>;
}

export function createSigningKey(slot: SecretSlot, secret: Uint8Array): SigningKey {
  const isHmac = createHmacCheck(secret);
  const josesKey = createSecretKey(secret).toCryptoKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  return {
    slot,

    /**
     * Whether the HMAC-SHA256 is by this secret, at a twentieth of what jose takes. May only refuse: it
     * turns bad signatures away cheaply and finds the secret to hand to jose. Compared in constant
     * time (RFC 7518 §3.2).
     */
    matches: ({ signingInput, signature }) => isHmac(signingInput, signature),

    /**
     * jose's word, the only one that accepts a token. Whatever it objects to is a signature that is
     * not proven; its own error is dropped, since those can hold a token's contents.
     *
     * @throws {SessionTokenError} `bad_signature`
     */
    async prove(unverifiedToken) {
      try {
        await compactVerify(unverifiedToken, josesKey, { algorithms: ['HS256'] });
      } catch {
        throw new SessionTokenError('bad_signature');
      }
    },
  };
}

/**
 * The first key that the signature is by: the previous secret's turn comes only when the current
 * one's signature fails (Shopify, Rotate or revoke client credentials).
 *
 * @throws {SessionTokenError} `bad_signature`
 */
export function findSigningKey(keys: readonly SigningKey[], form: CompactForm): SigningKey {
  const key = keys.find((candidate) => candidate.matches(form));
  if (!key) throw new SessionTokenError('bad_signature');
  return key;
}
