import type { IncomingMessage } from 'node:http';
import { ApiError } from '../http/errors/api-error.ts';

/** Visible ASCII except quote, backslash and comma, with or without the quotes of a Structured Field string. */
const KEY = /^(?:([!#-+\--[\]-~]{1,128})|"([!#-+\--[\]-~]{1,128})")$/;

/**
 * Reads the `Idempotency-Key` header (draft-ietf-httpapi-idempotency-key-header §2.1). The draft puts the
 * key in quotes, and most clients omit them. Both forms are the same key.
 *
 * @throws {ApiError} `idempotency_key_invalid` if the key is empty, too long, sent twice or not visible ASCII
 */
export function readIdempotencyKey(request: IncomingMessage): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  const match = typeof header === 'string' ? KEY.exec(header) : null; // Node joins two headers with a comma
  const key = match?.[1] ?? match?.[2];
  if (key === undefined) throw new ApiError('idempotency_key_invalid');
  return key;
}
