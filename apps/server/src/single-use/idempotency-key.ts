import type { IncomingMessage } from 'node:http';
import { ApiError } from '../errors/api-error.ts';

/** Visible ASCII but the quote, the backslash and the comma: one key, with or without the quotes of a Structured Field string. */
const KEY = /^(?:([!#-+\--[\]-~]{1,128})|"([!#-+\--[\]-~]{1,128})")$/;

/**
 * Reads `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header §2.1). The draft writes the key in
 * quotes and most clients leave them out; both are the same key.
 *
 * @throws {ApiError} `idempotency_key_invalid` where it is empty, too long, given twice or not visible ASCII
 */
export function readIdempotencyKey(request: IncomingMessage): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  const match = typeof header === 'string' ? KEY.exec(header) : null; // Node joins two headers with a comma
  const key = match?.[1] ?? match?.[2];
  if (key === undefined) throw new ApiError('idempotency_key_invalid');
  return key;
}

/**
 * The same, where a key must be.
 *
 * @throws {ApiError} `idempotency_key_required` without the header
 * @public
 */
export function requireIdempotencyKey(request: IncomingMessage): string {
  const key = readIdempotencyKey(request);
  if (key === undefined) throw new ApiError('idempotency_key_required');
  return key;
}
