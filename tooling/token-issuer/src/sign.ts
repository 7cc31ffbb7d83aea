import { createHmac } from 'node:crypto';

/** A value to be serialised as JSON, or the exact bytes of a segment (to mint what JSON.stringify cannot). */
export type Segment = object | string | Uint8Array;

/**
 * Signs any header and payload with HMAC-SHA256 (RFC 7515 §5.1), without a look at what they say.
 * `node:crypto` alone: the issuer shares no code with the verifier that it tests.
 */
export function signToken(header: Segment, payload: Segment, secret: string): string {
  return signSegments(encodeSegment(header), encodeSegment(payload), secret);
}

/** Signs two segments as they stand, encoded well or not: the signature is right whatever they are. */
export function signSegments(header: string, payload: string, secret: string): string {
  const signingInput = `${header}.${payload}`;
  return `${signingInput}.${createHmac('sha256', secret).update(signingInput).digest('base64url')}`;
}

/** The same signature over other claims: what an attacker who edits a token ends up with. */
export function tamperToken(token: string, claims: Record<string, unknown>): string {
  const [header, payload, signature] = token.split('.');
  const genuine = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
  return `${header}.${encodeSegment({ ...genuine, ...claims })}.${signature}`;
}

export function encodeSegment(segment: Segment): string {
  const bytes =
    segment instanceof Uint8Array || typeof segment === 'string' ? segment : JSON.stringify(segment);
  return Buffer.from(bytes).toString('base64url');
}
