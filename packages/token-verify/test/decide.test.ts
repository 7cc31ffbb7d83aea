import { describe, expect, test } from 'vitest';
import { SessionTokenError } from '../src/index.ts';
import { createVerifier, FOREIGN_SECRET, mint } from './setup.ts';

describe('decide', () => {
  test('gives a promise for a token that jose must be asked about, and the session itself from then on', async () => {
    const verifier = createVerifier();
    const token = mint();
    const first = verifier.decide(token);
    expect(first).toBeInstanceOf(Promise);
    const verified = await first;
    expect(verifier.decide(token)).toEqual(verified);
  });

  test('throws a refusal at once, without a promise that nobody would catch', () => {
    const verifier = createVerifier();
    for (const [token, code] of [
      ['garbage', 'malformed_token'],
      [mint({ aud: 'other' }), 'wrong_audience'],
      [mint({}, { secret: FOREIGN_SECRET }), 'bad_signature'],
    ] as const) {
      expect(() => verifier.decide(token)).toThrow(expect.objectContaining({ code }));
    }
  });

  test('decides as verify does, which rejects where this one throws', async () => {
    const verifier = createVerifier();
    await expect(verifier.verify('garbage')).rejects.toBeInstanceOf(SessionTokenError);
    const token = mint();
    expect(await verifier.verify(token)).toEqual(verifier.decide(token));
  });
});

describe('a refusal', () => {
  test('has no stack, and leaves those of other errors as they were', () => {
    const limit = Error.stackTraceLimit;
    const refusal = new SessionTokenError('expired', 'exp');
    expect(refusal.stack).toBe('SessionTokenError: The token has expired; ask for a fresh one.');
    expect(Error.stackTraceLimit).toBe(limit);
    expect(new Error('other').stack).toContain('decide.test.ts');
  });
});
