let count = 0;

/**
 * A key for one write, to be kept through all its retries so that the server does it once.
 * Unique, not secret: the server binds it to the token's shop and caller, so that guessing one gains
 * nothing. It therefore needs no `crypto`, which an extension's worker may lack.
 */
export function createIdempotencyKey(): string {
  const random = Math.random().toString(36).slice(2);
  return `${Date.now().toString(36)}-${(count++).toString(36)}-${random}`;
}
