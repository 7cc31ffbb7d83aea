import { GENUINE_TOKENS, HOSTILE_TOKENS, LIMITS } from '@session-token/token-issuer/corpus';
import { describe, expect, test } from 'vitest';
import { explainToken } from '../../src/explain/index.ts';
import { SessionTokenError } from '../../src/index.ts';
import { CONTEXT } from '../corpus.ts';
import { createRandom } from '../random.ts';
import { randomToken } from '../random-tokens.ts';
import { CLIENT_ID, createVerifier, NOW_MS, outcomeOf, PREVIOUS_SECRET, SECRET } from '../setup.ts';

const CASES = 2000;
const SEED = 20_260_117;

const verifier = createVerifier({ secrets: [SECRET, PREVIOUS_SECRET] });
const SETTINGS = { clientId: CLIENT_ID, secrets: [SECRET, PREVIOUS_SECRET], now: () => NOW_MS } as const;

/** Every token of the corpus, and random ones. */
const corpus = [
  ...GENUINE_TOKENS,
  ...HOSTILE_TOKENS,
  ...LIMITS.flatMap(({ inside, outside }) => [inside, outside]),
].map(({ name, mint }) => [name, mint(CONTEXT)] as const);

function* tokens(): Generator<readonly [name: string, token: unknown]> {
  yield* corpus;
  yield* [undefined, null, '', 1, {}].map((value) => [`the value ${value}`, value] as const);
  const random = createRandom(SEED);
  for (let done = 0; done < CASES; done += 1) {
    const token = randomToken(random);
    yield [token, token];
  }
}

/** Returns the verdict, the code and the claim of the verifier. */
async function verdictOfVerifier(token: unknown) {
  const outcome = await outcomeOf(verifier, token);
  return outcome instanceof SessionTokenError
    ? { verdict: 'rejected', code: outcome.code, claim: outcome.claim }
    : { verdict: 'accepted', code: undefined, claim: undefined };
}

describe('the explanation agrees with the verifier', () => {
  test('on every token of the corpus, and on random ones', async () => {
    const codes = new Set<string | undefined>();
    for (const [name, token] of tokens()) {
      const { verdict, code, claim, isCodeCertain } = await explainToken(token, SETTINGS);
      expect({ verdict, code, claim }, name).toEqual(await verdictOfVerifier(token));
      expect(isCodeCertain, name).toBe(true);
      codes.add(code);
    }
    // 18 codes, and none for a token that is accepted.
    expect(codes.size).toBe(19);
    expect(corpus.length).toBeGreaterThan(500);
  });

  test('without a secret on every token whose signature is right', async () => {
    for (const [name, token] of tokens()) {
      const expected = await verdictOfVerifier(token);
      const { verdict, code, claim } = await explainToken(token, { ...SETTINGS, secrets: [] });
      if (expected.code === 'bad_signature') expect(verdict, name).not.toBe('accepted');
      else if (expected.verdict === 'accepted')
        expect({ verdict, code }, name).toEqual({ verdict: 'undecided' });
      else expect({ verdict, code, claim }, name).toEqual(expected);
    }
  });
});
