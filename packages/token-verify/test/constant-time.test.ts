import { timingSafeEqual } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import {
  createVerifier,
  FOREIGN_SECRET,
  mint,
  outcomeOf,
  PREVIOUS_SECRET,
  SECRET,
  segmentsOf,
} from './setup.ts';

vi.mock('node:crypto', async (importOriginal) => {
  const crypto = await importOriginal<typeof import('node:crypto')>();
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) };
});

/** The pairs that `timingSafeEqual` compared, in base64url. */
const comparedPairs = () =>
  vi
    .mocked(timingSafeEqual)
    .mock.calls.map((pair) => pair.map((bytes) => Buffer.from(bytes as Uint8Array).toString('base64url')));

describe('a signature is compared in constant time', () => {
  const claims = { jti: 'same' };
  const byCurrent = segmentsOf(mint(claims))[2];
  const byPrevious = segmentsOf(mint(claims, { secret: PREVIOUS_SECRET }))[2];
  const byForeign = segmentsOf(mint(claims, { secret: FOREIGN_SECRET }))[2];

  test('with the current secret', async () => {
    expect(await outcomeOf(createVerifier(), mint(claims))).toHaveProperty('kind');
    expect(comparedPairs()).toEqual([[byCurrent, byCurrent]]);
  });

  test('with both secrets when neither matches', async () => {
    const verifier = createVerifier({ secrets: [SECRET, PREVIOUS_SECRET] });
    const forged = mint(claims, { secret: FOREIGN_SECRET });
    expect(await outcomeOf(verifier, forged)).toHaveProperty('code', 'bad_signature');
    const pairs = comparedPairs().map((pair) => pair.toSorted());
    expect(pairs).toEqual([[byForeign, byCurrent].toSorted(), [byForeign, byPrevious].toSorted()]);
  });
});
