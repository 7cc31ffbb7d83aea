import { parseClaims } from './claims.ts';
import { assertTokenSize, parseCompactForm } from './compact-form.ts';
import { assertHeader } from './header.ts';
import { parseJsonSegment } from './json-segment.ts';
import { parseOptions, type SessionTokenVerifierOptions } from './options.ts';
import { createSigningKey, findSigningKey } from './signature.ts';
import { assertWithinLife } from './times.ts';
import { toVerifiedToken } from './token-record.ts';
import type { VerifiedToken } from './verified-token.ts';

export type { SessionTokenVerifierOptions } from './options.ts';

export interface SessionTokenVerifier {
  /**
   * Resolves to what the token says, or rejects with a `SessionTokenError` that says why it is refused.
   * A token that was verified before is not verified again while it is valid.
   */
  verify(unverifiedToken: string): Promise<VerifiedToken>;
  /** The same token verified earlier and still valid, at once; `undefined` when it must be verified. */
  recall(unverifiedToken: string): VerifiedToken | undefined;
  /** Counted since the verifier was made, but for `size`: the tokens remembered now. */
  stats(): { hits: number; misses: number; size: number };
}

export function createSessionTokenVerifier(options: SessionTokenVerifierOptions): SessionTokenVerifier {
  const { clientId, current, previous, clockToleranceSeconds, now } = parseOptions(options);
  const keys = [createSigningKey('current', Buffer.from(current))];
  if (previous !== undefined) keys.push(createSigningKey('previous', Buffer.from(previous)));
  let misses = 0;
  return {
    recall: () => undefined,
    stats: () => ({ hits: 0, misses, size: 0 }),
    async verify(unverifiedToken) {
      misses += 1;
      assertTokenSize(unverifiedToken);
      const form = parseCompactForm(unverifiedToken);
      assertHeader(form.header);
      const key = findSigningKey(keys, form);
      const record = parseClaims(parseJsonSegment(form.payload), {
        clientId,
        shareOrigin: (origin) => ({ ...origin, aud: clientId, signedWith: key.slot }),
      });
      assertWithinLife(record, { nowSeconds: Math.floor(now() / 1000), clockToleranceSeconds });
      await key.prove(unverifiedToken);
      return toVerifiedToken(record);
    },
  };
}
