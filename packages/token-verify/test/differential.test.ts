import { compactVerify } from 'jose/jws/compact/verify';
import { describe, expect, test } from 'vitest';
import { parseClaims } from '../src/claims.ts';
import { assertHeader, assertTokenSize, parseCompactJws, parseJsonSegment } from '../src/compact-jws.ts';
import { SessionTokenError } from '../src/index.ts';
import { assertValidNow } from '../src/times.ts';
import { createRandom } from './random.ts';
import { randomToken } from './random-tokens.ts';
import { CLIENT_ID, createVerifier, NOW_SECONDS, PREVIOUS_SECRET, SECRET } from './setup.ts';

/** Run `DIFFERENTIAL_CASES=1000000 pnpm test differential` for a million cases; takes about a minute. */
// biome-ignore lint/style/noProcessEnv: the number of test cases is not a setting of the software
const CASES = Number(process.env.DIFFERENTIAL_CASES ?? 5000);
const SEED = 20_260_116;
const BATCH = 100;

const SECRETS = { current: Buffer.from(SECRET), previous: Buffer.from(PREVIOUS_SECRET) };

/**
 * Verifies in the opposite order: jose first, once per secret and with the plain bytes as key, then the claim
 * rules on the payload that jose returns. Uses neither our HMAC nor the cache.
 */
async function verifyWithJoseFirst(token: string) {
  assertTokenSize(token);
  assertHeader(parseCompactJws(token).header);
  for (const secretVersion of ['current', 'previous'] as const) {
    const verified = await compactVerify(token, SECRETS[secretVersion], { algorithms: ['HS256'] }).catch(
      () => undefined,
    );
    if (!verified) continue;
    const payload = parseJsonSegment(Buffer.from(verified.payload).toString('base64url'));
    const session = parseClaims(payload, { clientId: CLIENT_ID, secretVersion });
    assertValidNow(session.claims, { nowSeconds: NOW_SECONDS, clockToleranceSeconds: 10 });
    return session;
  }
  throw new SessionTokenError('bad_signature');
}

const describeOutcome = (outcome: Promise<unknown>) =>
  outcome.then(
    (verified) => JSON.stringify(verified),
    (error: unknown) => (error instanceof SessionTokenError ? `${error.code} ${error.claim}` : `?${error}`),
  );

describe('the checks in front of jose', () => {
  test(`never change the outcome: ${CASES} tokens, verified in both orders`, {
    timeout: 10_000 + CASES,
  }, async () => {
    const random = createRandom(SEED);
    const verifier = createVerifier({ secrets: [SECRET, PREVIOUS_SECRET] });
    const outcomes = new Map<string, number>();
    for (let done = 0; done < CASES; done += BATCH) {
      const tokens = Array.from({ length: BATCH }, () => randomToken(random));
      const [ours, joseFirst] = await Promise.all([
        Promise.all(tokens.map((token) => describeOutcome(verifier.verify(token)))),
        Promise.all(tokens.map((token) => describeOutcome(verifyWithJoseFirst(token)))),
      ]);
      expect(ours).toEqual(joseFirst);
      for (const outcome of ours) {
        const kind = /"kind":"\w+"|^\w+/.exec(outcome)?.[0] ?? outcome;
        outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      }
    }
    // Proves that the random tokens reach every outcome.
    expect([...outcomes.keys()].toSorted()).toEqual([
      '"kind":"buyer"',
      '"kind":"staff"',
      'bad_dest',
      'bad_issuer',
      'bad_session_id',
      'bad_signature',
      'bad_subject',
      'bad_token_id',
      'expired',
      'invalid_time',
      'issued_in_future',
      'lifetime_too_long',
      'malformed_token',
      'missing_claim',
      'missing_token',
      'not_yet_valid',
      'token_too_large',
      'unsupported_algorithm',
      'unsupported_header',
      'wrong_audience',
    ]);
  });
});
