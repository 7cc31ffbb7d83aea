let count = 0;

/**
 * Creates the key of one write. All retries share it, so that the server runs the write once.
 * The key is unique, not secret: the server binds it to the token's shop and caller, so a guessed key gains
 * nothing. Needs no `crypto`, which an extension's worker may lack.
 */
export function createIdempotencyKey(): string {
  const random = Math.random().toString(36).slice(2);
  return `${Date.now().toString(36)}-${(count++).toString(36)}-${random}`;
}
