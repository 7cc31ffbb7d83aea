import { createHmac } from 'node:crypto';

/** A value to encode as JSON, or the exact text or bytes of a segment. */
export type Segment = object | string | Uint8Array;

/**
 * Signs any header and payload with HMAC-SHA-256 (RFC 7515 §5.1), valid or not. Shares no code with the verifier
 * that it tests.
 */
export function signToken(header: Segment, payload: Segment, secret: string): string {
  return signSegments(encodeSegment(header), encodeSegment(payload), secret);
}

/** Signs two encoded segments unchanged, even if they are not base64url. */
export function signSegments(header: string, payload: string, secret: string): string {
  const signingInput = `${header}.${payload}`;
  return `${signingInput}.${createHmac('sha256', secret).update(signingInput).digest('base64url')}`;
}

/** Changes claims but keeps the signature, as an attacker who edits a token would. */
export function tamperToken(token: string, claims: Record<string, unknown>): string {
  const [header, payload, signature] = token.split('.');
  const genuine = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
  return `${header}.${encodeSegment({ ...genuine, ...claims })}.${signature}`;
}

/** Encodes a segment in base64url. */
export function encodeSegment(segment: Segment): string {
  const bytes =
    segment instanceof Uint8Array || typeof segment === 'string' ? segment : JSON.stringify(segment);
  return Buffer.from(bytes).toString('base64url');
}
