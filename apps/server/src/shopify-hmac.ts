import { createHmac, timingSafeEqual } from 'node:crypto';

/** The client secret and, during a rotation, the previous one. */
export type ClientSecrets = readonly [current: string, previous?: string];

export interface SignedMessage {
  /** The exact bytes that Shopify signed: the raw body of a webhook, or a query in canonical form. */
  message: string | Buffer;
  /** The signature as received, not yet checked. */
  signature: string;
  encoding: 'base64' | 'hex';
}

/**
 * Returns which client secret signed a message with HMAC-SHA256, or `undefined` if neither did.
 * Compares in constant time. Not for session tokens, which `@session-token/token-verify` verifies.
 */
export function matchSecret(
  secrets: ClientSecrets,
  { message, signature, encoding }: SignedMessage,
): 'current' | 'previous' | undefined {
  const received = Buffer.from(signature);
  const isSignedWith = (secret: string) => {
    const expected = Buffer.from(createHmac('sha256', secret).update(message).digest(encoding));
    return received.length === expected.length && timingSafeEqual(received, expected);
  };
  const [current, previous] = secrets;
  if (isSignedWith(current)) return 'current';
  return previous !== undefined && isSignedWith(previous) ? 'previous' : undefined;
}
