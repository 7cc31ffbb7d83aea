import { createTokenIssuer, tamperToken } from '@session-token/token-issuer';
import type { LoadRequest } from './client.ts';

export const CLIENT_ID = 'load-test-client-id';
export const SECRET_A = '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';
export const SECRET_B = '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';

/** A marker in claims and forged parts. A log line that contains it proves that a token leaked. */
export const CANARY = '7777777777';

const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET_A });
const nowSeconds = () => Math.floor(Date.now() / 1000);

export function validToken(secret = SECRET_A): LoadRequest {
  return { token: mint({ sub: `gid://shopify/Customer/${CANARY}` }, { secret }), expected: 'ok' };
}

const KINDS: ReadonlyArray<() => LoadRequest> = [
  validToken,
  validToken,
  () => ({ token: mint({}, { surface: 'pos' }), expected: 'ok' }),
  () => ({
    token: mint({ exp: nowSeconds() - 60, nbf: nowSeconds() - 360, iat: nowSeconds() - 360 }),
    expected: 'expired',
  }),
  () => ({ token: mint({}, { secret: SECRET_B }), expected: 'bad_signature' }),
  () => ({
    token: tamperToken(mint(), { sub: `gid://shopify/Customer/${CANARY}` }),
    expected: 'bad_signature',
  }),
  () => ({ token: mint({ aud: 'another-app' }), expected: 'wrong_audience' }),
  () => ({ token: mint({}, { header: { alg: 'none' } }), expected: 'unsupported_algorithm' }),
  () => ({ token: `garbage-${CANARY}`, expected: 'malformed_token' }),
];

/** Alternates between valid, expired, forged and malformed tokens. Sends each valid one `repeats` times. */
export function mixedTokens(total: number, repeats = 5): () => LoadRequest | undefined {
  const pool: LoadRequest[] = [];
  let sent = 0;
  return () => {
    if (sent >= total) return undefined;
    sent += 1;
    if (pool.length === 0) {
      const batch = KINDS.map((kind) => kind());
      for (let round = 0; round < repeats; round += 1) pool.push(...batch);
    }
    return pool.pop();
  };
}
