import { createHmac, timingSafeEqual } from 'node:crypto';

/** The client secret, and the one before it while a rotation is open. */
export type ClientSecrets = readonly [current: string, previous?: string];

export interface SignedMessage {
  message: string | Buffer;
  /** As it came, whatever it is. */
  signature: string;
  encoding: 'base64' | 'hex';
}

/**
 * Which client secret signed a message that is no session token: HMAC-SHA256 over the raw body of a webhook,
 * in base64, or over the query of a page, in hex. `undefined` when none did. In constant time.
 */
export function findSigningSecret(
  secrets: ClientSecrets,
  { message, signature, encoding }: SignedMessage,
): 'current' | 'previous' | undefined {
  const given = Buffer.from(signature);
  const isSignedWith = (secret: string) => {
    const expected = Buffer.from(createHmac('sha256', secret).update(message).digest(encoding));
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  const [current, previous] = secrets;
  if (isSignedWith(current)) return 'current';
  return previous !== undefined && isSignedWith(previous) ? 'previous' : undefined;
}
